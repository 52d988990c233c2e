/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** Looks at the chain from outside every few seconds: memory, lag, and which processes there are. */
final class LoadSamples {
    private static final double SECONDS_PER_LINE = 60;
    private static final double MEBIBYTE = 1 << 20;

    record Sample(long atMillis, PartMemory memory, Lag lag) {}

    private final LocalStack stack;
    private final Progress progress;
    private final LongSupplier changes;
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final Map<String, Set<Long>> processes = new TreeMap<>();
    private double toldAtSeconds;
    private long changesTold;

    /** @param changes made so far by the load */
    LoadSamples(LocalStack stack, Progress progress, LongSupplier changes) {
        this.stack = stack;
        this.progress = progress;
        this.changes = changes;
        toldAtSeconds = progress.seconds();
        noteProcesses();
    }

    void take() {
        Sample sample = new Sample(System.currentTimeMillis(), PartMemory.of(stack), Lag.now(stack.settings()));
        samples.add(sample);
        noteProcesses();
        tell(sample);
    }

    List<Sample> all() {
        return samples;
    }

    /** Processes that took the place of another one of the same part. */
    synchronized long died() {
        return processes.values().stream().mapToLong(pids -> pids.size() - 1).sum();
    }

    private synchronized void noteProcesses() {
        stack.pids()
                .forEach((part, pid) ->
                        processes.computeIfAbsent(part, name -> new TreeSet<>()).add(pid));
    }

    private void tell(Sample sample) {
        double passed = progress.seconds() - toldAtSeconds;
        if (passed < SECONDS_PER_LINE) {
            return;
        }
        long made = changes.getAsLong();
        progress.say(
                "load",
                String.format(
                        Locale.ROOT,
                        "%,.0f changes/s; slot %,.0f MiB, %,.0f records wait, checkpoint %.1f s old, marts %.0f s behind; "
                                + "%,.0f MiB",
                        (made - changesTold) / passed,
                        sample.lag().slotBytes() / MEBIBYTE,
                        sample.lag().pendingRecords(),
                        sample.lag().checkpointAgeSeconds(),
                        sample.lag().martsBehindSeconds(),
                        sample.memory().together()));
        toldAtSeconds += passed;
        changesTold = made;
    }
}
