/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code history}: the past, in one go. */
@Command(
        name = "history",
        description = "Loads a history into an empty marketplace; does nothing if one is there.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class HistoryCommand implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "7", description = "The same seed is the same world.")
    private long seed;

    @Option(names = "--days", defaultValue = "120", description = "Marketplace days, the last one included.")
    private int days;

    @Option(names = "--suppliers", defaultValue = "300")
    private int suppliers;

    @Option(names = "--sellers", defaultValue = "2000")
    private int sellers;

    @Option(names = "--skus", defaultValue = "6000")
    private int skus;

    @Option(names = "--order-lines", defaultValue = "150000")
    private int orderLines;

    @Option(names = "--until", description = "End of the history, an ISO 8601 instant. Default: now.")
    private @Nullable Instant until;

    @Option(names = "--truth", required = true, description = "File for what was planted and counted.")
    private Path truth = Path.of("truth.json");

    @Override
    public Integer call() {
        Instant end = until == null ? Clock.systemUTC().instant() : until;
        WorldOptions options = new WorldOptions(seed, days, suppliers, sellers, skus, orderLines, end);
        new History(MarketplaceDatabase.from(System.getenv())).run(options, TruthFile.open(truth));
        return 0;
    }
}
