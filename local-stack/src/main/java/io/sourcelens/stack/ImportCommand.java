/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: brings a file of a marketplace's past in, through the same topics as everything else. */
@Command(name = "import", description = "Brings a file of a marketplace's past in.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "File to read.")
    private Path file = Path.of("");

    @Option(names = "--format", required = true, description = "What its columns mean: online-retail.")
    private String format = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        Launch launch = new JavaLaunch(settings)
                .of(
                        "ingestion",
                        "io.sourcelens.ingestion.history.ImportMain",
                        512,
                        List.of(),
                        List.of(file.toAbsolutePath().toString(), "--format", format));
        int exitCode = Foreground.run(launch);
        if (exitCode == 0) {
            System.out.println("The next refresh publishes it; now: ./sourcelens refresh");
        }
        return exitCode;
    }
}
