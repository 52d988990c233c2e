/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.bench.LoadSamples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a load.
 *
 * @param publishedSeconds from the load's end until readers saw all of it
 * @param died processes
 */
record LoadRun(LoadPhase phase, double publishedSeconds, List<Sample> samples, long died, LoadDifference difference) {
    /**
     * What grows steadily from nothing is 1.5. Java heaps fill up to their limits at their own time, which is a tenth or
     * two of all memory.
     */
    private static final double GROWTH_GOAL = 1.25;

    /** The rate is caught up with on average; the last transactions before the end may be late. */
    private static final double REACHED = 0.99;

    private static final double MEBIBYTE = 1 << 20;

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast(
                "row changes per second, really reached",
                "1/s",
                REACHED * phase.changesPerSecondWanted(),
                phase.changesPerSecond()));
        figures.add(one("changes lost", "rows", 0.0, difference.lost()));
        figures.add(one("changes doubled", "rows", 0.0, difference.doubled()));
        figures.add(one("changes invented", "rows", 0.0, difference.invented()));
        figures.add(one(
                "tables of core other than PostgreSQL",
                "",
                0.0,
                difference.differingTables().size()));
        figures.add(one(
                "live minutes other than PostgreSQL",
                "",
                0.0,
                difference.differingMinutes().size()));
        figures.add(one("processes that died", "", 0.0, died));
        figures.add(one("load's end until lag is normal", "s", null, phase.recoveredSeconds()));
        figures.add(one("load's end until all is published", "s", null, publishedSeconds));
        addLag(figures);
        addMemory(figures);
        return figures;
    }

    private void addLag(List<Figure> figures) {
        Predicate<MarkerWait> underLoad =
                wait -> wait.committedAtMillis() < phase.until().toEpochMilli();
        figures.add(Figure.of(
                "commit to live ranking under load",
                "s",
                null,
                phase.waits().stream()
                        .filter(underLoad)
                        .mapToDouble(MarkerWait::liveSeconds)
                        .toArray()));
        figures.add(Figure.of(
                "commit to raw.order_line under load",
                "s",
                null,
                phase.waits().stream()
                        .filter(underLoad)
                        .mapToDouble(MarkerWait::rawSeconds)
                        .toArray()));
        figures.add(one("answers to readers that were errors", "", null, phase.failedLooks()));
        addSampled(
                figures,
                "log of PostgreSQL not captured",
                "MiB",
                sample -> sample.lag().slotBytes() / MEBIBYTE);
        addSampled(
                figures,
                "records waiting in the topics",
                "",
                sample -> sample.lag().pendingRecords());
        addSampled(
                figures,
                "age of the newest checkpoint",
                "s",
                sample -> sample.lag().checkpointAgeSeconds());
        addSampled(
                figures, "marts behind the topics", "s", sample -> sample.lag().martsBehindSeconds());
    }

    private void addMemory(List<Figure> figures) {
        double[] underLoad = samples.stream()
                .filter(sample -> sample.atMillis() < phase.until().toEpochMilli())
                .mapToDouble(sample -> sample.memory().together())
                .toArray();
        figures.add(one(
                "peak memory together",
                "MiB",
                StackBench.MEMORY_GOAL_MEBIBYTES,
                samples.stream()
                        .mapToDouble(sample -> sample.memory().together())
                        .max()
                        .orElseThrow()));
        figures.add(one("growth of memory at the end of the load", "x", GROWTH_GOAL, Growth.ofPeaks(underLoad)));
        TreeSet<String> parts = new TreeSet<>();
        samples.forEach(sample -> parts.addAll(sample.memory().mebibytes().keySet()));
        for (String part : parts) {
            addSampled(
                    figures, "memory: " + part, "MiB", sample -> sample.memory().of(part));
        }
    }

    /** Over all samples at which it was known, if it ever was. */
    private void addSampled(List<Figure> figures, String name, String unit, ToDoubleFunction<Sample> value) {
        double[] known = samples.stream()
                .mapToDouble(value)
                .filter(one -> !Double.isNaN(one))
                .toArray();
        if (known.length > 0) {
            figures.add(Figure.of(name, unit, null, known));
        }
    }

    private static Figure one(String name, String unit, @Nullable Double goal, double value) {
        return Figure.of(name, unit, goal, value);
    }
}
