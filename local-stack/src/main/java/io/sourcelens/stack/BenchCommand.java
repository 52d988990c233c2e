/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code bench}: one measurement by name. */
@Command(name = "bench", description = "Measures; results go to benchmarks/results.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Which one.")
    private String name = "";

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Bench bench = Benches.named(name)
                .orElseThrow(() -> new StackException("Cannot measure %s: there are%n%s".formatted(name, known())));
        return bench.run(SourceLens.home(), arguments);
    }

    private static String known() {
        return Benches.ALL.stream()
                .map(bench -> "  %-12s %s".formatted(bench.name(), bench.description()))
                .collect(Collectors.joining("\n"));
    }
}
