/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs}: the last lines of a part's log, and on request all that come. */
@Command(name = "logs", description = "The last lines of a part's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PART", description = "Name of the part, as in status.")
    private String part = "";

    @Option(names = "-f", description = "Go on with what comes.")
    private boolean follow;

    @Option(names = "-n", defaultValue = "50", description = "How many lines.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = SourceLens.options().state().resolve("logs");
        Path log = folder.resolve(part + ".log");
        if (!Files.exists(log)) {
            throw new StackException("Cannot show the log of %s: there are logs of %s".formatted(part, names(folder)));
        }
        return new ProcessBuilder("tail", follow ? "-F" : "-q", "-n", String.valueOf(lines), log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".log", ""))
                    .sorted()
                    .toList();
        }
    }
}
