/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.ingestion.history.ImportMain;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports a file of hostile rows, in a process of its own, as a user would. */
final class ImportWay {
    static final String SOURCE = "import:" + FuzzRecords.MARKETPLACE;

    private static final Pattern COUNTS =
            Pattern.compile("read = kept \\+ rejected: ([0-9,]+) = ([0-9,]+) \\+ ([0-9,]+)");
    private static final String HEAP = "-Xmx512m";

    private ImportWay() {}

    /** What the import said of its rows. */
    record Counts(long read, long kept, long rejected) {}

    /** @param run tells this run's order lines apart from those of others */
    static Counts run(long rows, long seed, String run) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fuzz-import");
        Path file = folder.resolve("lines.csv");
        Path mapping = folder.resolve("mapping.yaml");
        Path said = folder.resolve("import.log");
        write(file, rows, seed, run);
        try (InputStream resource = ImportWay.class.getResourceAsStream("/fuzz/mapping.yaml")) {
            Files.copy(resource, mapping);
        }
        int exitCode = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportMain.class.getName(),
                        file.toString(),
                        "--mapping",
                        mapping.toString(),
                        "--marketplace",
                        FuzzRecords.MARKETPLACE))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        Matcher counts = COUNTS.matcher(Files.readString(said));
        if (exitCode != 0 || !counts.find()) {
            throw new FuzzException("Cannot import %s: exit code %d; see %s".formatted(file, exitCode, said));
        }
        for (Path path : List.of(file, mapping, said, folder)) {
            Files.delete(path);
        }
        return new Counts(number(counts.group(1)), number(counts.group(2)), number(counts.group(3)));
    }

    private static void write(Path file, long rows, long seed, String run) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HostileRows.HEADER);
            for (long i = 0; i < rows; i++) {
                out.write(HostileRows.next("%s-%d".formatted(run, i), random));
            }
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
