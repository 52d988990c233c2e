/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.Refresh;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What hostile records did to a running demo: the figures of the fuzz, no part restarted, and marts still published. */
public final class FuzzBench {
    private static final String NAME = "fuzz";

    private FuzzBench() {}

    /** Sends the records and writes figures into a file. */
    @FunctionalInterface
    public interface Fuzz {
        /** @return exit code */
        int run(Path figures) throws IOException, InterruptedException;
    }

    /** The parts that run, by name. */
    @FunctionalInterface
    public interface RunningParts {
        Map<String, Long> pids();
    }

    public static int run(Path home, StackSettings settings, RunningParts parts, Fuzz fuzz)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(NAME, ".json");
        Map<String, Long> before = parts.pids();
        int exitCode = fuzz.run(file);
        if (exitCode != 0) {
            return exitCode;
        }
        List<Figure> figures = figures(file);
        Files.delete(file);
        long since = System.nanoTime();
        Refresh refresh = Refresh.run(settings);
        figures.add(Figure.of("refresh afterwards", "s", null, (System.nanoTime() - since) / 1e9));
        figures.add(Figure.of(
                "refresh afterwards not published",
                "runs",
                0.0,
                refresh.status().equals("published") ? 0 : 1));
        figures.add(Figure.of("parts that died", "parts", 0.0, changed(before, parts.pids())));
        return BenchReport.of(home, NAME, 1, figures).publish(home);
    }

    private static List<Figure> figures(Path file) throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (JsonNode line : new JsonMapper().readTree(file.toFile())) {
            Double goal = line.path("goal").isNull() ? null : line.path("goal").asDouble();
            figures.add(Figure.of(
                    line.path("name").asText(),
                    line.path("unit").asText(),
                    goal,
                    line.path("value").asDouble()));
        }
        return figures;
    }

    private static long changed(Map<String, Long> before, Map<String, Long> after) {
        return before.entrySet().stream()
                .filter(part -> !part.getValue().equals(after.get(part.getKey())))
                .count();
    }
}
