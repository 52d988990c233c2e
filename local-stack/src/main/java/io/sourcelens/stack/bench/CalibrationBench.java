/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.stack.Bench;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Estimates against truths that were planted: the questions and their goals are the estimators' own module's. */
public final class CalibrationBench implements Bench {
    private static final String WORLDS = "5";
    private static final int HEAP_MEGABYTES = 2_000;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String description() {
        return "coverage, reliability and error of estimates in made-up worlds; argument: worlds of each (%s)"
                .formatted(WORLDS);
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        String worlds = arguments.isEmpty() ? WORLDS : arguments.get(0);
        Path state = home.resolve(".sourcelens/bench-calibration");
        Folders.delete(state);
        StackSettings settings = StackSettings.of(StackOptions.demo(home).withState(state));
        Files.createDirectories(state);
        List<Figure> figures = figures(findings(settings, worlds));
        Folders.delete(state);
        return BenchReport.of(home, name(), Integer.parseInt(worlds), figures).publish(home);
    }

    private static List<JsonNode> findings(StackSettings settings, String worlds) throws Exception {
        Path result = settings.state("findings.json");
        Launch launch = new JavaLaunch(settings)
                .of(
                        "batch-jobs",
                        "io.sourcelens.batch.CalibrationMain",
                        HEAP_MEGABYTES,
                        JavaLaunch.SPARK,
                        List.of(result.toString(), worlds));
        try (EngineProcess process = EngineProcess.start(
                "calibration",
                launch.command(),
                launch.environment(),
                launch.directory(),
                settings.state("logs/calibration.log"),
                STOP_TIMEOUT)) {
            return follow(process, result);
        }
    }

    /** Prints each figure as it comes. */
    private static List<JsonNode> follow(EngineProcess process, Path result) throws IOException, InterruptedException {
        List<JsonNode> findings = new ArrayList<>();
        boolean ended;
        do {
            ended = process.process().waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            List<String> lines = Files.exists(result) ? Files.readAllLines(result) : List.of();
            for (String line : lines.subList(findings.size(), lines.size())) {
                JsonNode finding = JSON.readTree(line);
                findings.add(finding);
                System.out.printf(
                        Locale.ROOT,
                        "%-60s %10.2f %s%n",
                        finding.path("name").asText(),
                        finding.path("value").asDouble(),
                        finding.path("unit").asText());
            }
        } while (!ended);
        if (process.process().exitValue() != 0) {
            throw new StackException("Cannot measure: calibration ended with exit code %d; see %s"
                    .formatted(process.process().exitValue(), process.log()));
        }
        return findings;
    }

    /** Over the worlds of each question. */
    private static List<Figure> figures(List<JsonNode> findings) {
        Map<String, List<JsonNode>> byName = new LinkedHashMap<>();
        findings.forEach(one -> byName.computeIfAbsent(one.path("name").asText(), any -> new ArrayList<>())
                .add(one));
        return byName.values().stream().map(CalibrationBench::figure).toList();
    }

    private static Figure figure(List<JsonNode> worlds) {
        String name = worlds.get(0).path("name").asText();
        String unit = worlds.get(0).path("unit").asText();
        JsonNode least = worlds.get(0).path("goal").path("at_least");
        JsonNode most = worlds.get(0).path("goal").path("at_most");
        double[] values = worlds.stream()
                .mapToDouble(world -> world.path("value").asDouble())
                .toArray();
        if (least.isNumber() && most.isNumber()) {
            return Figure.between(name, unit, least.asDouble(), most.asDouble(), values);
        }
        return least.isNumber()
                ? Figure.atLeast(name, unit, least.asDouble(), values)
                : Figure.of(name, unit, most.isNumber() ? most.asDouble() : null, values);
    }
}
