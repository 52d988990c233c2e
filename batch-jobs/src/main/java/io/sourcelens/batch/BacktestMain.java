/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.trackrecord.BacktestException;
import io.sourcelens.batch.trackrecord.BacktestPlan;
import io.sourcelens.batch.trackrecord.Backtests;
import io.sourcelens.batch.trackrecord.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tries published lists and forecasts at past times. A process of its own, so that refreshes go on beside it. Exit codes:
 * 0 done, 1 cannot, 2 wrong arguments.
 */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Tries published lists and forecasts at past times, and says how good they were.")
public final class BacktestMain implements Callable<Integer> {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("'backtest-'yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Parameters(paramLabel = "SUBJECT", description = "best-sellers, trending, suppliers or stock.")
    private String subject = "";

    @Option(names = "--marketplace", required = true, description = "Name of the marketplace in the lake.")
    private String marketplace = "";

    @Option(
            names = "--from",
            description = "First origin, of lists the first Monday after it; by default as early as the data allow.")
    private @Nullable LocalDate from;

    @Option(names = "--to", description = "Last origin; by default as late as the data allow.")
    private @Nullable LocalDate to;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description = "Days that are foretold; 30 for suppliers, 7 for the others.")
    private @Nullable Integer horizonDays;

    @Option(names = "--step", paramLabel = "DAYS", description = "Days from one origin to the next (${DEFAULT-VALUE}).")
    private int stepDays = 7;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where JSON and CSV go (${DEFAULT-VALUE}).")
    private Path out = Path.of(".sourcelens/backtests");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BacktestMain())
                .setExecutionExceptionHandler(BacktestMain::tell)
                .execute(arguments));
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof BacktestException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        Subject named = Backtests.subject(subject);
        SparkSession spark = LakeSession.start(BatchConfiguration.of(System.getenv()));
        try {
            Backtests backtests = new Backtests(new Lake(spark), out, System.out::println);
            BacktestPlan plan = new BacktestPlan(
                    backtests.marketplace(marketplace),
                    from,
                    to,
                    horizonDays == null ? named.horizonDays() : horizonDays,
                    stepDays);
            backtests.run(named, plan, RUN_ID.format(Instant.now()));
            return CommandLine.ExitCode.OK;
        } finally {
            spark.stop();
        }
    }
}
