/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code dead-letters}: hands list, show and replay on to the module that knows what a dead letter is. */
@Command(name = "dead-letters", description = "What was rejected: list it, show one, send it again.")
final class DeadLettersCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        return Foreground.run(launch(settings, arguments));
    }

    static Launch launch(StackSettings settings, List<String> arguments) {
        return new JavaLaunch(settings)
                .of(
                        "ingestion",
                        "io.sourcelens.ingestion.deadletter.DeadLettersMain",
                        256,
                        JavaLaunch.QUICK_START,
                        arguments);
    }
}
