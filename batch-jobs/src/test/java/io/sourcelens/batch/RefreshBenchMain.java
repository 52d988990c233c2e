/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.publish.MartPublisher;
import io.sourcelens.batch.publish.PublishConfiguration;
import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.batch.refresh.RefreshResult;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * For {@code bench refresh} and {@code bench backfill}: all marts of a made-up history, then of new days, from the trigger to readers in ClickHouse; and
 * DuckDB over the same lake's files for those of them that it has queries for. Among the tests, for there are the history and
 * the queries.
 */
public final class RefreshBenchMain {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LINES_PER_ORDER = 2;

    private final PrintStream findings;

    private RefreshBenchMain(PrintStream findings) {
        this.findings = findings;
    }

    /** @param arguments file for one JSON object a figure, folder to work in, order lines, days, of them new */
    public static void main(String[] arguments) throws Exception {
        try (PrintStream findings = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true)) {
            new RefreshBenchMain(findings)
                    .measure(
                            Path.of(arguments[1]),
                            Integer.parseInt(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            Integer.parseInt(arguments[4]));
        }
    }

    private void measure(Path folder, int lines, int days, int newDays) throws Exception {
        TestingLake testing = new TestingLake(folder);
        try (ClickHouseServer server = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"))) {
            Lake lake = testing.lake();
            MartPublisher publisher =
                    new MartPublisher(PublishConfiguration.of(Map.of("SOURCELENS_CLICKHOUSE_URL", server.jdbcUrl())));
            Refresh refresh = new Refresh(lake, publisher::publish, Clock.systemUTC());
            GeneratedHistory history = new GeneratedHistory(lake, (int) (lines / LINES_PER_ORDER), days + 1, days + 1);
            long start = System.nanoTime();
            history.appendUpTo(days - 1 - newDays);
            state("history written", "s", seconds(start));
            state("all marts, from nothing", "s", refresh(refresh, "backfill"));
            for (int day = days - newDays; day < days; day++) {
                history.append(day);
                state(
                        day == days - newDays ? "a new day, the first" : "a new day",
                        "s",
                        refresh(refresh, "day-" + day));
            }
            state("order lines", "", lake.read("core.order_line").count());
            state("peak memory of the driver", "MiB", peakMebibytes());
            duck(lake);
        } finally {
            testing.close();
        }
    }

    private static double refresh(Refresh refresh, String runId) {
        long start = System.nanoTime();
        RefreshResult result = refresh.run(runId);
        if (result.status() != Status.PUBLISHED) {
            throw new IllegalStateException("Cannot measure: refresh %s is %s".formatted(runId, result.json()));
        }
        return seconds(start);
    }

    private void duck(Lake lake) throws Exception {
        double all = 0;
        try (DuckLake duck = new DuckLake(lake)) {
            for (String query : DuckLake.MARTS) {
                long start = System.nanoTime();
                duck.compute(query);
                double seconds = seconds(start);
                state("DuckDB, " + query, "s", seconds);
                all += seconds;
            }
        }
        state("DuckDB, all of these", "s", all);
    }

    /** Resident at most, until now. */
    private static double peakMebibytes() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(one -> one.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private void state(String name, String unit, double value) throws IOException {
        findings.println(JSON.writeValueAsString(Finding.stated(name, unit, value)));
    }
}
