/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.BacktestCommand;
import io.sourcelens.stack.Bench;
import io.sourcelens.stack.ImportCommand;
import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How good lists and forecasts have been on real data: both histories come in as a stranger's would, by their mapping
 * files, and are tried by the command that anybody has.
 */
public final class TrackRecordBench implements Bench {
    private static final String PUBLISHED = "published";
    private static final Map<String, Double> LIST_GOALS = Map.of("precision_20", 0.79, "ndcg_100", 0.65);
    private static final Duration STREAMED = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 2_000;
    /** Columns of the SCMS deliveries. */
    private static final String PARCEL = "ASN/DN #";

    private static final String LINE = "ID";
    private static final JsonMapper JSON = new JsonMapper();

    private enum History {
        ONLINE_RETAIL("online_retail_2009_2010.parquet", "online-retail"),
        SCMS("scms_delivery_history.csv", "scms");

        private final String file;
        private final String marketplace;

        History(String file, String marketplace) {
            this.file = file;
            this.marketplace = marketplace;
        }
    }

    @Override
    public String name() {
        return "track-record";
    }

    @Override
    public String description() {
        return "backtests of lists and forecasts; argument: folder that has %s and %s"
                .formatted(History.ONLINE_RETAIL.file, History.SCMS.file);
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        Path data = Path.of(arguments.isEmpty() ? "" : arguments.get(0));
        for (History history : History.values()) {
            if (!Files.exists(data.resolve(history.file))) {
                throw new StackException("Cannot measure without %s in %s; name the folder: bench %s FOLDER"
                        .formatted(history.file, data.toAbsolutePath(), name()));
            }
        }
        Path state = home.resolve(".sourcelens/bench-track-record");
        Folders.delete(state);
        Progress progress = new Progress(System.out);
        try (LocalStack stack = LocalStack.start(SmallChain.of(home, state), progress)) {
            StackSettings settings = stack.settings();
            for (History history : History.values()) {
                bringIn(settings, history, data, home);
            }
            awaitStreamed(settings);
            stack.refreshUntilUnchanged(line -> progress.say(name(), line));
            List<Figure> figures = new ArrayList<>(lists(settings));
            figures.addAll(lateness(settings));
            return BenchReport.of(home, name(), 1, figures).publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    private static void bringIn(StackSettings settings, History history, Path data, Path home)
            throws IOException, InterruptedException {
        require(
                ImportCommand.run(
                        settings,
                        List.of(
                                data.resolve(history.file).toAbsolutePath().toString(),
                                "--mapping",
                                mapping(settings, history, home).toString(),
                                "--marketplace",
                                history.marketplace)),
                "import of " + history.marketplace);
    }

    /** The goal of SCMS was measured by lines: here each is a parcel of its own, though the file's parcels hold several. */
    private static Path mapping(StackSettings settings, History history, Path home) throws IOException {
        Path shipped = home.resolve("ingestion/mappings/%s.yaml".formatted(history.marketplace));
        return switch (history) {
            case ONLINE_RETAIL -> shipped;
            case SCMS ->
                Files.writeString(
                        settings.state("scms-lines.yaml"),
                        Files.readString(shipped).replace(PARCEL, LINE));
        };
    }

    private static void awaitStreamed(StackSettings settings) throws InterruptedException {
        long deadline = System.nanoTime() + STREAMED.toNanos();
        while (Lag.now(settings).pendingRecords() != 0) {
            if (System.nanoTime() > deadline) {
                throw new StackException("Cannot measure: the streaming job has not read everything after " + STREAMED);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Online Retail II, year one: every Monday with 8 full weeks behind it. */
    private static List<Figure> lists(StackSettings settings) throws IOException, InterruptedException {
        JsonNode trending = backtest(settings, "trending", History.ONLINE_RETAIL);
        JsonNode bestSellers = backtest(settings, "best-sellers", History.ONLINE_RETAIL);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "trending, Mondays", "", null, trending.path("origins").size()));
        for (JsonNode score : trending.path("scores")) {
            String name = "trending, " + named(score);
            double value = score.path("value").asDouble();
            boolean published = score.path("method").asText().equals(PUBLISHED);
            figures.add(
                    published
                            ? Figure.atLeast(
                                    name,
                                    "",
                                    LIST_GOALS.get(score.path("metric").asText()),
                                    value)
                            : Figure.of(name, "", null, value));
            if (score.path("method").asText().equals("last_week_less_mean_week")) {
                figures.add(Figure.atLeast(
                        name + ", lift over it, lower 95 % end",
                        "",
                        0.0,
                        score.path("lift_low").asDouble()));
            }
        }
        bestSellers
                .path("scores")
                .forEach(score -> figures.add(Figure.of(
                        "best sellers, " + named(score),
                        "",
                        null,
                        score.path("value").asDouble())));
        return figures;
    }

    /** SCMS deliveries, year after year from 2009; of the last year as much as is known. */
    private static List<Figure> lateness(StackSettings settings) throws IOException, InterruptedException {
        LatenessRecord record = new LatenessRecord();
        record.add(backtest(
                settings, "suppliers", History.SCMS, "--from", "2009-01-01", "--horizon", "365", "--step", "365"));
        record.add(backtest(
                settings, "suppliers", History.SCMS, "--from", "2014-12-31", "--to", "2014-12-31", "--horizon", "230"));
        return record.figures();
    }

    private static String named(JsonNode score) {
        return "%s: %s"
                .formatted(score.path("metric").asText(), score.path("method").asText());
    }

    private static JsonNode backtest(StackSettings settings, String subject, History history, String... more)
            throws IOException, InterruptedException {
        Path folder = settings.state("backtests");
        List<String> arguments = Stream.concat(
                        Stream.of(subject, "--marketplace", history.marketplace, "--out", folder.toString()),
                        Stream.of(more))
                .toList();
        require(BacktestCommand.run(settings, arguments), "backtest of " + subject);
        return JSON.readTree(folder.resolve("backtest-%s-%s.json".formatted(subject, history.marketplace))
                .toFile());
    }

    private static void require(int exitCode, String what) {
        if (exitCode != 0) {
            throw new StackException("Cannot measure: the %s ended with exit code %d".formatted(what, exitCode));
        }
    }
}
