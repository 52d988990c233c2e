/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Processes that outlived what should have stopped them. */
final class LeftProcesses {
    private static final Duration BOUND = Duration.ofSeconds(15);
    /** Everything else is a client of these. */
    private static final List<String> LAST = List.of("clickhouse", "kafka", "postgres");

    private LeftProcesses() {}

    /** Stops what a supervisor that was killed has left running, servers last. */
    static void stop(PidFiles pidFiles, Progress progress) {
        pidFiles.running().stream()
                .filter(entry -> !entry.name().equals(PidFiles.SUPERVISOR))
                .sorted(Comparator.comparingInt(entry -> LAST.indexOf(entry.name())))
                .forEach(entry -> {
                    progress.say(
                            entry.name(),
                            "left over from before, stopping process "
                                    + entry.process().pid());
                    PidFiles.stop(entry.process(), BOUND);
                    pidFiles.delete(entry.name());
                });
    }

    /** Ends what was still starting when everything was stopped. */
    static void end() {
        List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
        left.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] exits = left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exits)
                .completeOnTimeout(null, BOUND.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        left.forEach(ProcessHandle::destroyForcibly);
    }
}
