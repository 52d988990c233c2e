/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Live traffic that begins again whenever its database went away. */
final class Traffic implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    private static final long STOP_SECONDS = 30;

    private final Launch launch;
    private final Path log;
    private final Thread thread = new Thread(this::run, "traffic");
    private volatile boolean ended;
    private volatile @Nullable Process process;

    private Traffic(Launch launch, Path log) {
        this.launch = launch;
        this.log = log;
    }

    static Traffic begin(Launch launch, Path log) {
        Traffic traffic = new Traffic(launch, log);
        traffic.thread.setDaemon(true);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        try {
            while (!ended) {
                start().waitFor();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process start() {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Process started = builder.start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new StackException("Cannot start live traffic: " + e.getMessage(), e);
        }
    }

    void requireGoingOn() {
        if (!thread.isAlive()) {
            throw new StackException("Cannot go on: live traffic does not start any more; see " + log);
        }
    }

    /** Ends after the transaction that is under way. */
    @Override
    public void close() {
        ended = true;
        Process running;
        synchronized (this) {
            running = process;
        }
        try {
            if (running != null) {
                running.destroy();
                if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            }
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
