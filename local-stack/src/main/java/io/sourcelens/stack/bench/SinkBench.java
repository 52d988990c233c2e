/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.CapturedRows;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How fast the streaming job brings the topics' history into the lake, beside a bare job that only decodes it. Both run in
 * turns on the same topics, which are filled by the real capture before, each in a process and with a lake of its own;
 * capture is stopped by then. Commits come every 2 s, so a run is longer by up to that.
 */
public final class SinkBench implements Bench {
    private static final int PORT_OFFSET = 2_000;
    private static final double GOAL = 0.7;
    private static final String BARE = "io.sourcelens.streaming.bare.BareJob";
    private static final String OURS = "io.sourcelens.streaming.StreamingJob";

    private record Pair(SinkRun bare, SinkRun ours) {}

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public String description() {
        return "topics to lake beside a bare job; arguments: order lines of the history (150000), pairs of runs (3)";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        String orderLines = arguments.isEmpty() ? "150000" : arguments.get(0);
        int count = arguments.size() < 2 ? 3 : Integer.parseInt(arguments.get(1));
        Path state = home.resolve(".sourcelens/bench-sink");
        Folders.delete(state);
        StackOptions options = StackOptions.demo(home)
                .withState(state)
                .withPortOffset(PORT_OFFSET)
                .withHistory("--order-lines", orderLines)
                .withOrdersPerSecond(0)
                .without("batch", "superset", "shop", "api", "intake", "watch", "clickhouse");
        try {
            long records = fillTopics(options);
            List<Pair> pairs = new ArrayList<>();
            try (SinkServers servers = SinkServers.start(StackSettings.of(options))) {
                for (int i = 0; i < count; i++) {
                    pairs.add(pair(servers, records, i));
                }
            }
            return BenchReport.of(home, name(), count, figures(records, pairs)).publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    /**
     * Runs the demo's capture until its lake has the whole history.
     *
     * @return records in the topics: one for each row of the marketplace
     */
    private static long fillTopics(StackOptions options) throws Exception {
        try (LocalStack stack = LocalStack.start(options, new Progress(System.out))) {
            CapturedRows rows = CapturedRows.now(stack.settings());
            if (!rows.captured().equals(rows.committed())) {
                throw new StackException("Cannot measure: the marketplace has %s, the topics %s; start again"
                        .formatted(rows.committed(), rows.captured()));
            }
            return sum(rows.committed());
        }
    }

    /** Every other pair the other way round, so that neither is always the first. */
    private static Pair pair(SinkServers servers, long records, int number) throws Exception {
        boolean bareFirst = number % 2 == 0;
        SinkRun first = measure(servers, bareFirst ? BARE : OURS, records, "lake_%d_a".formatted(number));
        SinkRun second = measure(servers, bareFirst ? OURS : BARE, records, "lake_%d_b".formatted(number));
        return bareFirst ? new Pair(first, second) : new Pair(second, first);
    }

    private static SinkRun measure(SinkServers servers, String job, long records, String lake) throws Exception {
        SinkRun run = SinkRun.of(servers.withNewLake(lake), job, records);
        System.out.printf(
                "%-42s %,d records in %.1f s (%.1f s with start, %.1f s of CPU)%n",
                job, records, run.seconds(), run.secondsWithStart(), run.cpuSeconds());
        return run;
    }

    private static List<Figure> figures(long records, List<Pair> pairs) {
        return List.of(
                Figure.of("records in the topics", "records", null, records),
                Figure.of(
                        "bare job",
                        "records/s",
                        null,
                        each(pairs, pair -> pair.bare().recordsPerSecond())),
                Figure.of(
                        "streaming job",
                        "records/s",
                        null,
                        each(pairs, pair -> pair.ours().recordsPerSecond())),
                Figure.atLeast(
                        "streaming job, of the bare one's speed",
                        "",
                        GOAL,
                        each(
                                pairs,
                                pair -> pair.ours().recordsPerSecond()
                                        / pair.bare().recordsPerSecond())),
                Figure.of(
                        "bare job, with its start",
                        "s",
                        null,
                        each(pairs, pair -> pair.bare().secondsWithStart())),
                Figure.of(
                        "streaming job, with its start",
                        "s",
                        null,
                        each(pairs, pair -> pair.ours().secondsWithStart())),
                Figure.of(
                        "bare job, CPU",
                        "s",
                        null,
                        each(pairs, pair -> pair.bare().cpuSeconds())),
                Figure.of(
                        "streaming job, CPU",
                        "s",
                        null,
                        each(pairs, pair -> pair.ours().cpuSeconds())));
    }

    private static double[] each(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
