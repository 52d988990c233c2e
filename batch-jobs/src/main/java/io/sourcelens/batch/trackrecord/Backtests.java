/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.NewestOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs backtests: finds the marketplace, keeps every prediction, writes the report and the mart. */
public final class Backtests {
    /** Everything of which a track record is kept. */
    private static final List<Subject> SUBJECTS =
            List.of(RankedLists.BEST_SELLERS, RankedLists.TRENDING, new Suppliers(), new StockOuts());

    private final Lake lake;
    private final Path folder;
    private final Consumer<String> terminal;

    /**
     * @param folder of the files that are written
     * @param terminal takes lines for people
     */
    public Backtests(Lake lake, Path folder, Consumer<String> terminal) {
        this.lake = lake;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** @throws BacktestException if there is none of the name */
    public static Subject subject(String name) {
        return SUBJECTS.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BacktestException("Cannot backtest %s: there are %s"
                        .formatted(name, SUBJECTS.stream().map(Subject::name).collect(Collectors.joining(", ")))));
    }

    /** @throws BacktestException if the lake has no order of the marketplace */
    public Marketplace marketplace(String name) {
        Marketplaces known = Marketplaces.of(new SmallTables(lake).current("marketplace"))
                .knownUntil(lake.find("rollup.sku_seller_day")
                        .map(NewestOrders::of)
                        .orElseThrow(() ->
                                new BacktestException("Cannot backtest: nothing is rolled up yet; run a refresh")));
        return known.find(name)
                .orElseThrow(() -> new BacktestException("Cannot backtest %s: the lake has no order of it; there are %s"
                        .formatted(
                                name, known.all().stream().map(Marketplace::id).collect(Collectors.joining(", ")))));
    }

    /** Runs one and leaves its files and its rows of {@code mart.track_record}. */
    public void run(Subject subject, BacktestPlan plan, String runId) {
        String name =
                "backtest-%s-%s".formatted(subject.name(), plan.marketplace().id());
        Path csv = file(name + ".csv");
        try (Predictions predictions = new Predictions(csv, subject.predictionColumns())) {
            Backtest backtest = subject.run(lake, plan, predictions, terminal);
            predictions.finish();
            BacktestReport report = new BacktestReport(subject.name(), plan, backtest, runId);
            Path json = file(name + ".json");
            report.write(json, csv);
            report.table().forEach(terminal);
            terminal.accept("%s, %s with %,d predictions and their outcomes".formatted(json, csv, predictions.rows()));
            new TrackRecordTable(lake).replace(subject.name(), plan, backtest, runId);
        }
    }

    private Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
