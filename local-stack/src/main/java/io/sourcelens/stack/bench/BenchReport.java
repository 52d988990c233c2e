/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What a measurement found: printed as a table, kept as {@code benchmarks/results/NAME.json}. */
public record BenchReport(
        @JsonProperty("name") String name,
        @JsonProperty("commit") String commit,
        @JsonProperty("date") String date,
        @JsonProperty("machine") String machine,
        @JsonProperty("runs") int runs,
        @JsonProperty("figures") List<Figure> figures) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public static BenchReport of(Path home, String name, int runs, List<Figure> figures)
            throws IOException, InterruptedException {
        return new BenchReport(
                name,
                output(home, "git", "describe", "--always", "--dirty", "--exclude=*"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                thisMachine(),
                runs,
                figures);
    }

    /** @return exit code: 0 when every goal holds */
    public int publish(Path home) throws IOException {
        Path file = home.resolve("benchmarks/results").resolve(name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        System.out.print(table());
        System.out.println("written to " + home.relativize(file));
        return figures.stream().anyMatch(figure -> Boolean.FALSE.equals(figure.holds())) ? 1 : 0;
    }

    private String table() {
        StringBuilder table = new StringBuilder("%n%s at %s, %d runs, %s%n".formatted(name, commit, runs, machine));
        table.append("%-60s %10s %10s %10s %12s  %s%n".formatted("figure", "median", "min", "max", "goal", "holds"));
        for (Figure figure : figures) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-60s %10s %10s %10s %12s  %s%n",
                    "%s [%s]".formatted(figure.name(), figure.unit()),
                    text(figure.median()),
                    text(figure.min()),
                    text(figure.max()),
                    figure.goalText(),
                    figure.holds() == null ? "" : figure.holds() ? "yes" : "NO"));
        }
        return table.toString();
    }

    /** Rates are told apart from goals that they nearly hold. */
    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.4f" : "%.2f", value);
    }

    private static String thisMachine() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        long memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        return "%d cores %s, %d GiB"
                .formatted(Runtime.getRuntime().availableProcessors(), processor, Math.round(memory / 1048576.0));
    }

    private static String output(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? text : "unknown";
    }
}
