/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.capture.CaptureException;
import io.sourcelens.ingestion.capture.EntityTopics;
import io.sourcelens.ingestion.capture.TopicSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of a marketplace's past. Exit codes: 0 done, 1 cannot, 2 wrong arguments. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Brings a file of a marketplace's past into its topics; every row is sent or becomes a dead letter.")
public final class ImportMain implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "File to read.")
    private Path file = Path.of("");

    @Option(names = "--format", required = true, description = "What its columns mean: online-retail.")
    private String formatName = "";

    public static void main(String[] arguments) {
        System.exit(execute(new ImportMain(), arguments));
    }

    static int execute(ImportMain command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    if (!(exception instanceof ImportException || exception instanceof CaptureException)) {
                        throw exception;
                    }
                    line.getErr().println(exception.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        HistoryFormat format = HistoryFormat.named(formatName);
        if (!Files.isReadable(file)) {
            throw new ImportException("Cannot read %s: there is no such file; give the path of a file".formatted(file));
        }
        TopicSettings topics = TopicSettings.from(System.getenv());
        EntityTopics.createMissing(topics);
        try (KafkaRecordSink sink = new KafkaRecordSink(topics.bootstrapServers())) {
            ImportReport report = new HistoryImport(file, format, sink, new ImportProgress(System.out)).run();
            System.out.printf("%n%s", report.table());
        }
        return CommandLine.ExitCode.OK;
    }
}
