/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.SourceLens;
import io.sourcelens.stack.StackOptions;
import io.sourcelens.stack.bench.Folders;
import io.sourcelens.stack.chaos.KillPlan.Kill;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chaos}: a chain of its own under fire. */
@Command(
        name = "chaos",
        description =
                "Kills parts of a chain of its own under live traffic, then compares everything with the marketplace.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ChaosCommand implements Callable<Integer> {
    private static final int PORT_OFFSET = 6_000;
    private static final int SNAPSHOT_KILLS = 3;

    @Option(names = "--kills", defaultValue = "100", description = "How many, those during the first capture included.")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed is the same plan.")
    private long seed;

    @Option(names = "--rate", defaultValue = "20", description = "Orders per second meanwhile.")
    private double rate;

    @Option(names = "--order-lines", defaultValue = "20000", description = "Order lines of the history.")
    private int orderLines;

    @Option(names = "--keep", description = "Keeps the state folder to look into.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        Path home = SourceLens.home();
        StackOptions options = StackOptions.demo(home)
                .withState(home.resolve(".sourcelens/chaos"))
                .withPortOffset(PORT_OFFSET)
                .withOrdersPerSecond(0)
                .withHistory("--days", "45", "--order-lines", String.valueOf(orderLines))
                .without("superset", "shop", "api");
        Folders.delete(options.state());
        Progress progress = new Progress(System.out);
        ChaosReport report = harm(options, progress).withUnharmed(UnharmedRun.marts(options, progress));
        if (!keep) {
            Folders.delete(options.state());
        }
        System.out.print(report.table());
        return report.publish(home);
    }

    private ChaosReport harm(StackOptions options, Progress progress) throws Exception {
        try (LocalStack stack = LocalStack.begin(options, progress)) {
            Round round = new Round(stack, progress);
            List<Kill> early = KillPlan.duringSnapshot(seed, Math.min(SNAPSHOT_KILLS, kills));
            stack.awaitReady("capture");
            round.whileHistoryArrives(early, 2L * orderLines);
            stack.awaitReady();
            return round.underTraffic(seed, kills - early.size(), rate);
        }
    }
}
