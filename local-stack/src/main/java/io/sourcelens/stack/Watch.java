/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.EngineProcess;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts a part again whenever it dies, later and later while it keeps dying. */
final class Watch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A part that ran this long starts with the first pause again. */
    private static final Duration SOUND = Duration.ofMinutes(1);

    private final Progress progress;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(8, work -> {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean ended;

    Watch(Progress progress) {
        this.progress = progress;
    }

    void begin(RunningPart running) {
        watch(running, FIRST_PAUSE);
    }

    void end() {
        ended = true;
        executor.shutdownNow();
    }

    private void watch(RunningPart running, Duration pause) {
        @Nullable EngineProcess process = running.process();
        if (process == null) {
            return;
        }
        long since = System.nanoTime();
        process.process().onExit().thenAccept(dead -> {
            if (!ended) {
                boolean sound = System.nanoTime() - since > SOUND.toNanos();
                restart(running, sound ? FIRST_PAUSE : pause, "exit code " + dead.exitValue());
            }
        });
    }

    private void restart(RunningPart running, Duration pause, String why) {
        String name = running.part().name();
        progress.say(
                name, "DIED (%s); starting again in %.1f s; log: %s".formatted(why, seconds(pause), running.log()));
        Duration next = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        executor.schedule(() -> startAgain(running, next), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startAgain(RunningPart running, Duration nextPause) {
        long since = System.nanoTime();
        String name = running.part().name();
        try {
            running.start(progress.of(name));
            progress.say(name, "is back after %.1f s".formatted((System.nanoTime() - since) / 1e9));
            watch(running, nextPause);
        } catch (RuntimeException e) {
            if (!ended) {
                restart(running, nextPause, e.getMessage());
            }
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
