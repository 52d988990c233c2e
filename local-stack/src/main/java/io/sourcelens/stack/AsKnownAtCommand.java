/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code as-known-at}: hands everything on to the module that computes marts. */
@Command(
        name = "as-known-at",
        description = "Computes marts again as of a past time, and compares them with what was published then.")
public final class AsKnownAtCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 1_200;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return Foreground.run(launch(RunningStack.settings(SourceLens.options()), arguments));
    }

    /** An option that is given twice is wrong, so the folder is named here only where nobody has. */
    static Launch launch(StackSettings settings, List<String> arguments) {
        boolean named = arguments.stream().anyMatch(argument -> argument.startsWith("--out"));
        List<String> folder = named
                ? List.of()
                : List.of("--out", settings.state("as-known-at").toString());
        return new JavaLaunch(settings)
                .of(
                        "batch-jobs",
                        "io.sourcelens.batch.AsKnownAtMain",
                        HEAP_MEGABYTES,
                        JavaLaunch.SPARK,
                        Stream.concat(arguments.stream(), folder.stream()).toList());
    }
}
