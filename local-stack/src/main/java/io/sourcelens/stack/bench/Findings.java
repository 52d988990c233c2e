/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What another module's process measures: a JSON object a figure in a file, each printed as it comes. */
final class Findings {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private Findings() {}

    /**
     * Runs the process to its end.
     *
     * @param result the file that it writes
     */
    static List<JsonNode> of(String name, Launch launch, Path result, StackSettings settings)
            throws IOException, InterruptedException {
        try (EngineProcess process = EngineProcess.start(
                name,
                launch.command(),
                launch.environment(),
                launch.directory(),
                settings.state("logs/%s.log".formatted(name)),
                STOP_TIMEOUT)) {
            return follow(name, process, result);
        }
    }

    private static List<JsonNode> follow(String name, EngineProcess process, Path result)
            throws IOException, InterruptedException {
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
            throw new StackException("Cannot measure: %s ended with exit code %d; see %s"
                    .formatted(name, process.process().exitValue(), process.log()));
        }
        return findings;
    }
}
