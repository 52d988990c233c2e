/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.engines.postgres.PostgresServer;
import io.sourcelens.stack.Bench;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.Port;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * A month of 2-second commits to one raw table, with a reader, and with care after each 150 of them. By default a day has
 * 600 commits and not its 43,200: what is kept and how often care comes stand in commits, so that the bounds are those of
 * the full rate. {@code bench care 43200 1} runs a day of it in full, in about half an hour.
 */
public final class CareBench implements Bench {
    private static final int PORT_OFFSET = 2_000;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final double FILES_GOAL = 1_000;
    private static final double SNAPSHOTS_GOAL = 250;
    private static final double METADATA_GOAL_KIBIBYTES = 256;
    private static final double KIBIBYTE = 1 << 10;

    @Override
    public String name() {
        return "care";
    }

    @Override
    public String description() {
        return "files, snapshots and metadata over a month of commits; arguments: commits a day (600), days (30)";
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        String commitsPerDay = arguments.isEmpty() ? "600" : arguments.get(0);
        String days = arguments.size() < 2 ? "30" : arguments.get(1);
        Path state = home.resolve(".sourcelens/bench-care");
        Folders.delete(state);
        StackSettings settings =
                StackSettings.of(StackOptions.demo(home).withState(state).withPortOffset(PORT_OFFSET));
        Files.createDirectories(state);
        try {
            List<JsonNode> month = month(settings, commitsPerDay, days);
            requireEveryRowRead(month);
            return BenchReport.of(home, name(), 1, figures(month)).publish(home);
        } finally {
            Folders.delete(state);
        }
    }

    private static List<JsonNode> month(StackSettings settings, String commitsPerDay, String days) throws Exception {
        Path result = settings.state("days.json");
        try (PostgresServer postgres = PostgresServer.start(
                settings.state("postgres"), settings.port(Port.POSTGRES), settings.state("logs/postgres.log"))) {
            postgres.createDatabase("lake");
            Launch launch = new JavaLaunch(settings)
                    .of(
                            "batch-jobs",
                            "io.sourcelens.batch.CareMonth",
                            1_000,
                            JavaLaunch.SPARK,
                            List.of(result.toString(), commitsPerDay, days));
            try (EngineProcess month = EngineProcess.start(
                    "month",
                    launch.command(),
                    launch.environment(),
                    launch.directory(),
                    settings.state("logs/month.log"),
                    STOP_TIMEOUT)) {
                return follow(month, result);
            }
        }
    }

    /** Prints each day as it ends. */
    private static List<JsonNode> follow(EngineProcess month, Path result) throws IOException, InterruptedException {
        System.out.printf(
                "%-10s %8s %12s %11s %10s %14s %9s %9s%n",
                "day", "commits", "most files", "data files", "snapshots", "metadata [KiB]", "commit", "care");
        List<JsonNode> days = new ArrayList<>();
        boolean ended;
        do {
            ended = month.process().waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            List<String> lines = Files.exists(result) ? Files.readAllLines(result) : List.of();
            for (String line : lines.subList(days.size(), lines.size())) {
                days.add(JSON.readTree(line));
                System.out.println(line(days.get(days.size() - 1)));
            }
        } while (!ended);
        if (month.process().exitValue() != 0) {
            throw new StackException("Cannot measure: the month ended with exit code %d; see %s"
                    .formatted(month.process().exitValue(), month.log()));
        }
        return days;
    }

    private static String line(JsonNode day) {
        return String.format(
                Locale.ROOT,
                "%-10s %8d %12d %11d %10d %14.0f %6.1f ms %7.2f s",
                day.path("day").asText(),
                day.path("commits").asLong(),
                day.path("most_files_on_disk").asLong(),
                day.path("live_data_files").asLong(),
                day.path("most_snapshots").asLong(),
                day.path("most_metadata_bytes").asLong() / KIBIBYTE,
                day.path("commit_millis").asDouble(),
                careSeconds(day).max().orElse(0));
    }

    private static void requireEveryRowRead(List<JsonNode> month) {
        JsonNode last = month.get(month.size() - 1);
        long written = last.path("rows").asLong();
        if (last.path("rows_read").asLong() != written
                || last.path("rows_in_table").asLong() != written) {
            throw new StackException("Cannot publish: %d rows were written, %d read, %d are in the table"
                    .formatted(
                            written,
                            last.path("rows_read").asLong(),
                            last.path("rows_in_table").asLong()));
        }
    }

    private static List<Figure> figures(List<JsonNode> month) {
        return List.of(
                Figure.of(
                        "commits a day",
                        "",
                        null,
                        each(month, day -> day.path("commits").asDouble())),
                Figure.of(
                        "most files of the table on disk in a day",
                        "files",
                        FILES_GOAL,
                        each(month, day -> day.path("most_files_on_disk").asDouble())),
                Figure.of(
                        "data files at the end of a day",
                        "files",
                        null,
                        each(month, day -> day.path("live_data_files").asDouble())),
                Figure.of(
                        "most snapshots in a day",
                        "",
                        SNAPSHOTS_GOAL,
                        each(month, day -> day.path("most_snapshots").asDouble())),
                Figure.of(
                        "largest metadata file of a day",
                        "KiB",
                        METADATA_GOAL_KIBIBYTES,
                        each(month, day -> day.path("most_metadata_bytes").asDouble() / KIBIBYTE)),
                Figure.of(
                        "mean time of a commit by day",
                        "ms",
                        null,
                        each(month, day -> day.path("commit_millis").asDouble())),
                Figure.of(
                        "time of a care",
                        "s",
                        null,
                        month.stream().flatMapToDouble(CareBench::careSeconds).toArray()));
    }

    private static DoubleStream careSeconds(JsonNode day) {
        return StreamSupport.stream(day.path("care_seconds").spliterator(), false)
                .mapToDouble(JsonNode::asDouble);
    }

    private static double[] each(List<JsonNode> month, ToDoubleFunction<JsonNode> value) {
        return month.stream().mapToDouble(value).toArray();
    }
}
