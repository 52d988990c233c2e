/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import io.sourcelens.ingestion.lake.LakeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What was rejected. Exit codes: 0 done, 1 cannot, 2 wrong arguments. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = "What was rejected: list it, show one, send it again.",
        subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class})
public final class DeadLettersMain {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DeadLettersMain())
                .setExecutionExceptionHandler(DeadLettersMain::tell)
                .execute(arguments));
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof DeadLetterException || failure instanceof LakeException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
