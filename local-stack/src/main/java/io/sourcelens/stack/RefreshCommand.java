/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code refresh}: computes and publishes now. */
@Command(name = "refresh", description = "Computes and publishes now.", mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Refresh refresh = Refresh.run(RunningStack.settings(SourceLens.options()));
        System.out.printf(Locale.ROOT, "run %s %s in %.1f s%n", refresh.runId(), refresh.status(), refresh.seconds());
        refresh.result()
                .path("marts")
                .properties()
                .forEach(mart -> System.out.printf(
                        Locale.ROOT,
                        "  %-28s %,12d rows%n",
                        mart.getKey(),
                        mart.getValue().asLong()));
        return 0;
    }
}
