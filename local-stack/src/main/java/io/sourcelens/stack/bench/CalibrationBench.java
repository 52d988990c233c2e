/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sourcelens.stack.Bench;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.StackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Estimates against truths that were planted: the questions and their goals are the estimators' own module's. */
public final class CalibrationBench implements Bench {
    private static final String WORLDS = "5";
    private static final int HEAP_MEGABYTES = 2_000;

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
        return Findings.of("calibration", launch, result, settings);
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
