/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Cold start of the whole demo on an empty state folder, built and with warm package caches, and what it holds in memory
 * once it is at rest: no live traffic, half a minute after all was published. Memory is the proportional set size: resident
 * pages, those that several processes share counted once.
 */
public final class StackBench implements Bench {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final double SECONDS_GOAL = 120;
    static final double MEMORY_GOAL_MEBIBYTES = 7 * 1024;
    private static final int PORT_OFFSET = 2_000;

    private record Run(double publishedSeconds, double readySeconds, double allSeconds, PartMemory memory) {}

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public String description() {
        return "cold start to ready, and memory at rest by part; argument: number of runs (default 3)";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        int count = arguments.isEmpty() ? 3 : Integer.parseInt(arguments.get(0));
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(start(home));
        }
        return BenchReport.of(home, name(), count, figures(runs)).publish(home);
    }

    private static Run start(Path home) throws IOException, InterruptedException {
        Path state = home.resolve(".sourcelens/bench-stack");
        Folders.delete(state);
        StackOptions options = StackOptions.demo(home)
                .withState(state)
                .withPortOffset(PORT_OFFSET)
                .withOrdersPerSecond(0);
        Progress progress = new Progress(System.out);
        try (LocalStack stack = LocalStack.begin(options, progress)) {
            stack.awaitReady();
            double published = progress.seconds();
            stack.awaitReady("superset");
            double ready = progress.seconds();
            stack.awaitAllFigures();
            double all = progress.seconds();
            TimeUnit.MILLISECONDS.sleep(REST.toMillis());
            return new Run(published, ready, all, PartMemory.of(stack));
        } finally {
            Folders.delete(state);
        }
    }

    private static List<Figure> figures(List<Run> runs) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Figure.of("cold start to first published figures", "s", null, seconds(runs, Run::publishedSeconds)));
        figures.add(Figure.of(
                "cold start to ready, Superset included", "s", SECONDS_GOAL, seconds(runs, Run::readySeconds)));
        figures.add(Figure.of("cold start to every mart published", "s", null, seconds(runs, Run::allSeconds)));
        figures.add(Figure.of(
                "memory at rest together",
                "MiB",
                MEMORY_GOAL_MEBIBYTES,
                runs.stream().mapToDouble(run -> run.memory().together()).toArray()));
        for (String part : runs.get(0).memory().mebibytes().keySet()) {
            figures.add(Figure.of(
                    "memory at rest: " + part,
                    "MiB",
                    null,
                    runs.stream().mapToDouble(run -> run.memory().of(part)).toArray()));
        }
        return figures;
    }

    private static double[] seconds(List<Run> runs, ToDoubleFunction<Run> moment) {
        return runs.stream().mapToDouble(moment).toArray();
    }
}
