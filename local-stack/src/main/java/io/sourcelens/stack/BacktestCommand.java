/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code backtest}: hands everything on to the module that knows what can be foretold. */
@Command(name = "backtest", description = "How good published lists and forecasts have been, at past times.")
public final class BacktestCommand implements Callable<Integer> {
    private static final int HEAP_MEGABYTES = 1_200;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int exitCode = run(RunningStack.settings(SourceLens.options()), arguments);
        if (exitCode == 0) {
            System.out.println("The next refresh publishes it; now: ./sourcelens refresh");
        }
        return exitCode;
    }

    /** @return exit code */
    public static int run(StackSettings settings, List<String> arguments) throws IOException, InterruptedException {
        return Foreground.run(launch(settings, arguments));
    }

    /** An option that is given twice is wrong, so the folder is named here only where nobody has. */
    static Launch launch(StackSettings settings, List<String> arguments) {
        boolean named = arguments.stream().anyMatch(argument -> argument.startsWith("--out"));
        List<String> folder =
                named ? List.of() : List.of("--out", settings.state("backtests").toString());
        return new JavaLaunch(settings)
                .of(
                        "batch-jobs",
                        "io.sourcelens.batch.BacktestMain",
                        HEAP_MEGABYTES,
                        JavaLaunch.SPARK,
                        Stream.concat(arguments.stream(), folder.stream()).toList());
    }
}
