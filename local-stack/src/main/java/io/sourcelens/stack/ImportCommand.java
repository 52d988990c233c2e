/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: brings files of a marketplace's past in, through the same topics as everything else. */
@Command(name = "import", description = "Brings files of a marketplace's past in.", mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A folder of CSV, TSV, NDJSON or Parquet files, or one file.")
    private Path path = Path.of("");

    @Option(names = "--sketch", description = "Write a first mapping for the files to the standard output.")
    private boolean sketch;

    @Option(names = "--mapping", description = "What the columns mean: docs/import.md.")
    private @Nullable Path mapping;

    @Option(names = "--marketplace", description = "Name of the marketplace in the lake.")
    private @Nullable String marketplace;

    @Option(names = "--again", description = "Send everything, even if an earlier run has sent it.")
    private boolean again;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        int exitCode = run(settings, arguments());
        if (exitCode == 0 && !sketch) {
            System.out.println("The next refresh publishes it; now: ./sourcelens refresh");
        }
        return exitCode;
    }

    /** @return exit code */
    public static int run(StackSettings settings, List<String> arguments) throws IOException, InterruptedException {
        return Foreground.run(new JavaLaunch(settings)
                .of("ingestion", "io.sourcelens.ingestion.history.ImportMain", 512, List.of(), arguments));
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(path.toAbsolutePath().toString()));
        if (sketch) {
            arguments.add("--sketch");
        } else if (mapping != null && marketplace != null) {
            arguments.addAll(List.of("--mapping", mapping.toAbsolutePath().toString(), "--marketplace", marketplace));
        } else if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Cannot import without a mapping; give --mapping FILE and --marketplace NAME, or --sketch");
        }
        if (again) {
            arguments.add("--again");
        }
        return arguments;
    }
}
