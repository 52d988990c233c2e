/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.CapturedRows;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ten times the planned rate for ten minutes: what it does to memory and lag, how long it takes until lag is normal again
 * by itself, and whether anything was lost. That is more than two cores carry at once, so lag may grow meanwhile. When a
 * goal is missed the state folder stays until the next run, so that logs and data can be looked at.
 */
public final class LoadBench implements Bench {
    private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Patience with what should come back by itself: twice the time that the load takes by default. */
    static final Duration RECOVERY = Duration.ofMinutes(20);

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String description() {
        return "10 x the planned rate: lost, doubled, memory, recovery; arguments: minutes (10), changes a second (10000)";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        Duration duration = Duration.ofMinutes(arguments.isEmpty() ? 10 : Long.parseLong(arguments.get(0)));
        Pace pace = new Pace(arguments.size() < 2 ? 10_000 : Double.parseDouble(arguments.get(1)));
        Path state = home.resolve(".sourcelens/bench-load");
        Folders.delete(state);
        StackOptions options = SmallChain.of(home, state);
        Progress progress = new Progress(System.out);
        int exitCode;
        try (LocalStack stack = LocalStack.start(options, progress)) {
            LoadRun run = measure(stack, progress, pace, duration);
            exitCode = BenchReport.of(home, name(), 1, run.figures()).publish(home);
        }
        if (exitCode == 0) {
            Folders.delete(state);
        }
        return exitCode;
    }

    private static LoadRun measure(LocalStack stack, Progress progress, Pace pace, Duration duration) throws Exception {
        StackSettings settings = stack.settings();
        Instant since = Instant.now();
        CommittedChanges before = CommittedChanges.now(settings);
        long rowsBefore = captured(settings);
        AtomicLong changes = new AtomicLong();
        LoadSamples samples = new LoadSamples(stack, progress, changes::get);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<?> sampled = Every.during(executor, SAMPLE_INTERVAL, duration.plus(RECOVERY.multipliedBy(3)), () -> {
                samples.take();
                return true;
            });
            LoadPhase phase = LoadPhase.run(settings, progress, pace, duration, changes);
            CommittedChanges committed = CommittedChanges.now(settings).since(before);
            awaitArrival(settings, rowsBefore + committed.total());
            stack.refreshUntilUnchanged(text -> progress.say("load", text));
            double published = Duration.between(phase.until(), Instant.now()).toMillis() / 1e3;
            requireGoingOn(sampled);
            progress.say("load", "comparing %,d changes".formatted(committed.total()));
            LoadDifference difference = LoadDifference.now(settings, committed, since);
            progress.say("load", difference.toString());
            return new LoadRun(phase, published, List.copyOf(samples.all()), samples.died(), difference);
        } finally {
            executor.shutdownNow();
        }
    }

    /** What does not come within the time counts as lost. */
    private static void awaitArrival(StackSettings settings, long rows)
            throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (captured(settings) < rows && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private static long captured(StackSettings settings) throws SQLException, IOException {
        return CapturedRows.captured(settings).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void requireGoingOn(Future<?> sampled) throws Exception {
        if (sampled.isDone()) {
            sampled.get();
        }
    }
}
