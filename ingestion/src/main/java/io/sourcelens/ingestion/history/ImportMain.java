/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.capture.CaptureException;
import io.sourcelens.ingestion.capture.EntityTopics;
import io.sourcelens.ingestion.capture.TopicSettings;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.sketch.Sketch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of a marketplace's past, or writes a first mapping for them. Exit codes: 0 done, 1 cannot, 2 wrong arguments. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports files of a marketplace's past, or writes a first mapping for them.")
public final class ImportMain implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "A folder of CSV, TSV, NDJSON or Parquet files, or one file.")
    private Path path = Path.of("");

    @ArgGroup(multiplicity = "1", exclusive = true)
    private Mode mode = new Mode();

    /** To import, or to write a mapping first. */
    private static final class Mode {
        @Option(names = "--sketch", required = true, description = "Write a first mapping to the standard output.")
        private boolean sketch;

        @ArgGroup(exclusive = false)
        private @Nullable Import order;
    }

    private static final class Import {
        @Option(names = "--mapping", required = true, description = "What the columns mean: docs/import.md.")
        private Path mapping = Path.of("");

        @Option(names = "--marketplace", required = true, description = "Name of the marketplace in the lake.")
        private String marketplace = "";

        @Option(names = "--again", description = "Send everything, even if an earlier run has sent it.")
        private boolean again;
    }

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
        if (mode.order == null) {
            System.out.print(Sketch.of(path));
        } else {
            run(mode.order);
        }
        return CommandLine.ExitCode.OK;
    }

    private void run(Import order) {
        ImportPlan plan = ImportPlan.of(path, order.mapping, order.marketplace);
        ImportProgress progress = new ImportProgress(System.out);
        TopicSettings topics = TopicSettings.from(System.getenv());
        try (HistoryDatabase database = HistoryDatabase.of(plan, progress)) {
            EntityTopics.createMissing(topics);
            try (KafkaRecordSink sink =
                    new KafkaRecordSink(topics.bootstrapServers(), ImportId.of(plan), order.again)) {
                ImportReport report = new HistoryImport(plan, sink, progress).run(database);
                System.out.printf("%n%s", report.table());
            }
        }
    }
}
