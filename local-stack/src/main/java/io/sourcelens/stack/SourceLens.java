/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.engines.EngineException;
import io.sourcelens.stack.chaos.ChaosCommand;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line behind {@code ./sourcelens}. Exit codes: 0 done, 1 cannot, 2 wrong arguments. */
@Command(
        name = "sourcelens",
        mixinStandardHelpOptions = true,
        version = "sourcelens 0.1.0",
        description = "Runs, measures and breaks SourceLens on this machine.",
        subcommands = {
            DemoCommand.class,
            StopCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            DoctorCommand.class,
            ImportCommand.class,
            RefreshCommand.class,
            BacktestCommand.class,
            AsKnownAtCommand.class,
            CareCommand.class,
            EraseCommand.class,
            DeadLettersCommand.class,
            FuzzCommand.class,
            BenchCommand.class,
            ChaosCommand.class,
            DictionaryCommand.class,
            HelpCommand.class
        })
public final class SourceLens {
    private SourceLens() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SourceLens())
                .setExecutionExceptionHandler(SourceLens::tell)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    /** The checkout that is run. */
    public static Path home() {
        return Path.of(System.getProperty("sourcelens.home", "")).toAbsolutePath();
    }

    static StackOptions options() {
        StackOptions options = StackOptions.demo(home());
        String state = System.getenv("SOURCELENS_STATE");
        return state == null ? options : options.withState(Path.of(state));
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof StackException || failure instanceof EngineException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
