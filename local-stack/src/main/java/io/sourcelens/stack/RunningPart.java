/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.Engine;
import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.EngineProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part and its process of the moment. */
final class RunningPart {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(12);

    private final Part part;
    private final Path log;
    private final PidFiles pidFiles;
    private volatile @Nullable EngineProcess process;
    private volatile @Nullable Engine engine;
    private volatile boolean ready;

    RunningPart(Part part, StackSettings settings, PidFiles pidFiles) {
        this.part = part;
        this.log = settings.state("logs").resolve(part.name() + ".log");
        this.pidFiles = pidFiles;
    }

    Part part() {
        return part;
    }

    Path log() {
        return log;
    }

    boolean isReady() {
        EngineProcess current = process;
        return ready && current != null && current.isAlive();
    }

    @Nullable
    EngineProcess process() {
        return process;
    }

    /** Starts it and waits until it is ready, or done. */
    void start(Progress.Detail detail) {
        ready = false;
        if (part.work() instanceof Part.Service service) {
            EngineProcess started = launch(service.launch().get());
            started.awaitReady(service.ready(), service.startTimeout());
        } else if (part.work() instanceof Part.Engine own) {
            Engine started = own.start().start(log);
            engine = started;
            remember(started.process());
        } else if (part.work() instanceof Part.Command command) {
            runToEnd(launch(command.launch().get()), command.timeout());
        } else if (part.work() instanceof Part.Step step) {
            run(step, detail);
        }
        ready = true;
    }

    void stop() {
        ready = false;
        Engine ownEngine = engine;
        EngineProcess current = process;
        if (ownEngine != null) {
            ownEngine.stop();
        } else if (current != null) {
            current.close();
        }
        pidFiles.delete(part.name());
    }

    private EngineProcess launch(Launch launch) {
        EngineProcess started = EngineProcess.start(
                part.name(), launch.command(), launch.environment(), launch.directory(), log, STOP_TIMEOUT);
        remember(started);
        return started;
    }

    private void remember(EngineProcess started) {
        process = started;
        pidFiles.write(part.name(), started.process().toHandle());
    }

    private void runToEnd(EngineProcess started, Duration timeout) {
        try {
            if (!started.process().waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                started.kill();
                throw new EngineException(
                        "Cannot finish %s within %d minutes; see %s".formatted(part.name(), timeout.toMinutes(), log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Cannot finish %s: interrupted".formatted(part.name()), e);
        } finally {
            started.close();
            pidFiles.delete(part.name());
        }
        int exitCode = started.process().exitValue();
        if (exitCode != 0) {
            throw new EngineException("Cannot finish %s: exit code %d; see %s".formatted(part.name(), exitCode, log));
        }
    }

    private void run(Part.Step step, Progress.Detail detail) {
        try {
            step.action().run(detail);
        } catch (IOException | SQLException e) {
            throw new StackException("Cannot finish %s: %s".formatted(part.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Cannot finish %s: interrupted".formatted(part.name()), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StackException("Cannot finish %s: %s".formatted(part.name(), e), e);
        }
    }
}
