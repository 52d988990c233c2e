/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.stack.bench.FuzzBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fuzz}: hostile records through every way in of a running demo. */
@Command(
        name = "fuzz",
        description = "Sends hostile records to a running demo and accounts for every one of them.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class FuzzCommand implements Callable<Integer> {
    private static final String MARKETPLACE = "fuzz";

    @Option(names = "--records", defaultValue = "100000", description = "How many.")
    private long records;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same records.")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StackSettings settings = RunningStack.settings(SourceLens.options());
        PidFiles pidFiles = new PidFiles(settings.options().state());
        if (pidFiles.running(PidFiles.SUPERVISOR).isEmpty()) {
            throw new StackException("Cannot fuzz: nothing runs; start ./sourcelens demo in another shell");
        }
        return FuzzBench.run(
                SourceLens.home(),
                settings,
                () -> pids(pidFiles),
                figures -> Foreground.run(launch(settings, figures)));
    }

    private Launch launch(StackSettings settings, Path figures) {
        List<String> arguments = List.of(
                "--records",
                String.valueOf(records),
                "--seed",
                String.valueOf(seed),
                "--report",
                figures.toAbsolutePath().toString());
        Launch launch = new JavaLaunch(settings)
                .of("ingestion", "io.sourcelens.ingestion.fuzz.FuzzMain", 512, List.of(), arguments);
        Map<String, String> environment = new TreeMap<>(launch.environment());
        environment.put("SOURCELENS_INTAKE_TOKEN", Tokens.writer(settings, MARKETPLACE));
        return new Launch(launch.command(), environment, launch.directory());
    }

    private static Map<String, Long> pids(PidFiles pidFiles) {
        return pidFiles.running().stream()
                .collect(Collectors.toMap(
                        PidFiles.Entry::name, entry -> entry.process().pid()));
    }
}
