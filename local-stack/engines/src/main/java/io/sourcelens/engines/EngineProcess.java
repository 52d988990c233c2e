/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A child process with a log file. It never outlives a JVM that ends in an orderly way.
 *
 * @param stopTimeout how long a clean stop may take before the process is killed
 */
public record EngineProcess(String name, Process process, Path log, Duration stopTimeout) implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** From now on nothing is killed when this JVM ends: the caller stops every process itself, in its own order. */
    public static void leaveToOwner() {
        RunningProcesses.leaveToOwner();
    }

    /**
     * Starts a command in a session of its own, so that a Ctrl-C in the terminal reaches its owner only; its output is
     * appended to the log.
     */
    public static EngineProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log,
            Duration stopTimeout) {
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.toAbsolutePath().getParent());
            List<String> detached = new ArrayList<>(List.of("setsid"));
            detached.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(detached)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            EngineProcess started = new EngineProcess(name, builder.start(), log, stopTimeout);
            RunningProcesses.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the engine answers.
     *
     * @throws EngineException when the process ends or the time is over; the process is killed then
     */
    public void awaitReady(BooleanSupplier ready, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new EngineException("Cannot start %s: it ended with exit code %d; see %s"
                        .formatted(name, process.exitValue(), log));
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new EngineException(
                        "Cannot start %s: no answer within %d s; see %s".formatted(name, timeout.toSeconds(), log));
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new EngineException("Cannot start %s: interrupted".formatted(name), e);
        }
    }

    /** Ends the process at once (SIGKILL) and returns when it is gone. */
    public void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        descendants.forEach(ProcessHandle::destroyForcibly);
        descendants.forEach(descendant -> descendant.onExit().join());
        RunningProcesses.remove(this);
    }

    /** Asks the process to stop (SIGTERM) and kills it when it does not within the stop timeout. */
    @Override
    public void close() {
        stop(process::destroy);
    }

    /** As {@link #close()} for an engine that is asked to stop in its own way. */
    public void stop(Runnable ask) {
        if (process.isAlive()) {
            ask.run();
            try {
                process.waitFor(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        kill();
    }
}
