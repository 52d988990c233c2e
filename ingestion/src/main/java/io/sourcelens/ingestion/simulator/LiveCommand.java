/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code live}: goes on from the history until SIGTERM. */
@Command(
        name = "live",
        description = "Goes on from the history in real time; ends cleanly on SIGTERM.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class LiveCommand implements Callable<Integer> {
    @Option(names = "--rate", required = true, description = "New orders per second on average.")
    private double rate;

    @Option(names = "--duration", description = "Seconds until it ends by itself. Default: never.")
    private @Nullable Long duration;

    @Option(names = "--seed", description = "Of what is ordered. Default: the history's.")
    private @Nullable Long seed;

    @Option(names = "--truth", required = true, description = "File for the rows that were committed.")
    private Path truth = Path.of("truth.json");

    @Override
    public Integer call() {
        LiveOptions options = new LiveOptions(rate, duration == null ? null : Duration.ofSeconds(duration), seed);
        Live live =
                new Live(MarketplaceDatabase.from(System.getenv()), options, TruthFile.open(truth), Clock.systemUTC());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endCleanly(live, ended), "stop-live"));
        try {
            live.run();
            return 0;
        } finally {
            ended.countDown();
        }
    }

    /** The process must not go before the transaction that is under way is through. */
    private static void endCleanly(Live live, CountDownLatch ended) {
        live.stop();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
