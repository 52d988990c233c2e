/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Which process does what, for {@code status} and {@code stop} in another shell. One file per part: pid, start time. */
final class PidFiles {
    /** The supervisor's own. */
    static final String SUPERVISOR = "sourcelens";

    private static final String SUFFIX = ".pid";

    private final Path folder;

    PidFiles(Path state) {
        this.folder = state.resolve("run");
    }

    record Entry(String name, ProcessHandle process) {}

    void write(String name, ProcessHandle process) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(name), "%d %d%n".formatted(process.pid(), startedAt(process)));
        } catch (IOException e) {
            throw new StackException("Cannot write %s: %s".formatted(file(name), e), e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new StackException("Cannot delete %s: %s".formatted(file(name), e), e);
        }
    }

    /** The process of a part, unless it has ended; a pid that another program has now does not count. */
    Optional<ProcessHandle> running(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String[] fields = Files.readString(file).strip().split(" ");
            long startedAt = Long.parseLong(fields[1]);
            return ProcessHandle.of(Long.parseLong(fields[0])).filter(process -> startedAt(process) == startedAt);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    List<Entry> running() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .forEach(name -> running(name).ifPresent(process -> entries.add(new Entry(name, process))));
        } catch (IOException e) {
            throw new StackException("Cannot read %s: %s".formatted(folder, e), e);
        }
        return entries;
    }

    /** Stops a process and waits: SIGTERM, after the bound SIGKILL. */
    static void stop(ProcessHandle process, Duration bound) {
        process.destroy();
        try {
            process.onExit().get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new StackException("Cannot stop process %d: %s".formatted(process.pid(), e.getCause()), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
