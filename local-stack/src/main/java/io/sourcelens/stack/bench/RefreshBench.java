/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sourcelens.stack.Bench;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All marts of a large made-up history from nothing, and after one new day, from the trigger to readers in ClickHouse, beside
 * DuckDB, which computes those that it has queries for from the same lake's files, from nothing. One process, one run; the new
 * day is tried twice.
 */
public final class RefreshBench implements Bench {
    private static final int LINES = 24_000_000;
    private static final int DAYS = 180;
    /** Histories of so many days, with a tenth of the lines a day. */
    private static final int SHORT = 90;

    private static final int LONG = 720;
    private static final double TIMES_FASTER_GOAL = 5;
    private static final double BACKFILL_GOAL = 2;
    private static final double LONGER_GOAL = 1.2;
    private static final double MEMORY_GOAL_MEBIBYTES = 4 * 1024;
    private static final int HEAP_MEGABYTES = 2_500;
    private static final String NEW_DAY = "a new day";
    private static final String FROM_NOTHING = "all marts, from nothing";
    private static final String DUCK = "DuckDB, all of these";

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String description() {
        return "all marts after a new day, and from nothing, beside DuckDB; arguments: order lines (%d), days (%d)"
                .formatted(LINES, DAYS);
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        int lines = arguments.isEmpty() ? LINES : Integer.parseInt(arguments.get(0));
        int days = arguments.size() < 2 ? DAYS : Integer.parseInt(arguments.get(1));
        compileTests(home);
        List<JsonNode> findings = measure(home, lines, days);
        double[] newDay = values(findings, NEW_DAY);
        double duck = values(findings, DUCK)[0];
        List<Figure> figures = new ArrayList<>(findings.stream()
                .map(RefreshBench::name)
                .distinct()
                .map(name -> figure(name, findings))
                .toList());
        figures.add(Figure.atLeast("a new day, times faster than DuckDB", "", TIMES_FASTER_GOAL, ratios(duck, newDay)));
        figures.add(Figure.of(
                "from nothing, of DuckDB's time", "", BACKFILL_GOAL, values(findings, FROM_NOTHING)[0] / duck));
        int aDay = Math.max(1, lines / days / 10);
        double[] ofShort = values(measure(home, aDay * SHORT, SHORT), NEW_DAY);
        double[] ofLong = values(measure(home, aDay * LONG, LONG), NEW_DAY);
        figures.add(Figure.of("a new day after %d days".formatted(SHORT), "s", null, ofShort));
        figures.add(Figure.of("a new day after %d days".formatted(LONG), "s", null, ofLong));
        figures.add(Figure.of("the second of the first", "", LONGER_GOAL, least(ofLong) / least(ofShort)));
        return BenchReport.of(home, name(), 1, figures).publish(home);
    }

    /** History and queries are among the tests, which nothing else that runs needs. */
    private static void compileTests(Path home) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("./mvnw", "-q", "-pl", "batch-jobs", "-am", "-DskipTests", "package")
                .directory(home.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new StackException("Cannot measure: the tests do not compile; see the errors above");
        }
    }

    private static List<JsonNode> measure(Path home, int lines, int days) throws IOException, InterruptedException {
        Path state = home.resolve(".sourcelens/bench-refresh");
        Folders.delete(state);
        StackSettings settings = StackSettings.of(StackOptions.demo(home).withState(state));
        Files.createDirectories(state);
        Path result = settings.state("findings.json");
        Launch launch = new JavaLaunch(settings)
                .ofTests(
                        "batch-jobs",
                        "io.sourcelens.batch.RefreshBenchMain",
                        HEAP_MEGABYTES,
                        JavaLaunch.REFRESHING_SPARK,
                        List.of(
                                result.toString(),
                                settings.state("lake").toString(),
                                String.valueOf(lines),
                                String.valueOf(days)));
        List<JsonNode> findings = Findings.of("refresh-bench", launch, result, settings);
        Folders.delete(state);
        return findings;
    }

    private static Figure figure(String name, List<JsonNode> findings) {
        String unit = findings.stream()
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow()
                .path("unit")
                .asText();
        return Figure.of(name, unit, unit.equals("MiB") ? MEMORY_GOAL_MEBIBYTES : null, values(findings, name));
    }

    private static String name(JsonNode finding) {
        return finding.path("name").asText();
    }

    private static double[] values(List<JsonNode> findings, String name) {
        return findings.stream()
                .filter(one -> name(one).equals(name))
                .mapToDouble(one -> one.path("value").asDouble())
                .toArray();
    }

    private static double[] ratios(double of, double... seconds) {
        double[] ratios = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            ratios[i] = of / seconds[i];
        }
        return ratios;
    }

    private static double least(double... values) {
        double least = Double.MAX_VALUE;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
