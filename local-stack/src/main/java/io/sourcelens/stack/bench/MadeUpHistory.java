/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found when all marts of a made-up history were computed from nothing, then after each of some new days, by a driver
 * with the options of the demo's, and when DuckDB computed those that the tests have queries for from the same lake's files.
 */
record MadeUpHistory(List<JsonNode> findings) {
    static final String ARGUMENTS = "arguments: order lines (24,000,000), days (180)";
    static final String NEW_DAY = "a new day";
    static final String FROM_NOTHING = "all marts, from nothing";
    static final String DUCK = "DuckDB, all of these";
    private static final double MEMORY_GOAL_MEBIBYTES = 4 * 1024;
    private static final int HEAP_MEGABYTES = 2_500;

    /** History and queries are among the tests, which nothing else that runs needs. */
    static void compileTests(Path home) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("./mvnw", "-q", "-pl", "batch-jobs", "-am", "-DskipTests", "package")
                .directory(home.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new StackException("Cannot measure: the tests do not compile; see the errors above");
        }
    }

    /** How much to make up: the first two arguments of a bench. */
    record Size(int lines, int days) {
        static Size of(List<String> arguments) {
            return new Size(
                    arguments.isEmpty() ? 24_000_000 : Integer.parseInt(arguments.get(0)),
                    arguments.size() < 2 ? 180 : Integer.parseInt(arguments.get(1)));
        }
    }

    /** @param newDays how many days come after the marts were computed from nothing */
    static MadeUpHistory measure(Path home, Size size, int newDays) throws IOException, InterruptedException {
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
                        JavaLaunch.SPARK,
                        List.of(
                                result.toString(),
                                settings.state("lake").toString(),
                                String.valueOf(size.lines()),
                                String.valueOf(size.days()),
                                String.valueOf(newDays)));
        List<JsonNode> findings = Findings.of("refresh-bench", launch, result, settings);
        Folders.delete(state);
        return new MadeUpHistory(findings);
    }

    List<Figure> figures() {
        return findings.stream()
                .map(MadeUpHistory::name)
                .distinct()
                .map(this::figure)
                .toList();
    }

    private Figure figure(String name) {
        String unit = findings.stream()
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow()
                .path("unit")
                .asText();
        return Figure.of(name, unit, unit.equals("MiB") ? MEMORY_GOAL_MEBIBYTES : null, values(name));
    }

    double value(String name) {
        return values(name)[0];
    }

    double[] values(String name) {
        return findings.stream()
                .filter(one -> name(one).equals(name))
                .mapToDouble(one -> one.path("value").asDouble())
                .toArray();
    }

    private static String name(JsonNode finding) {
        return finding.path("name").asText();
    }
}
