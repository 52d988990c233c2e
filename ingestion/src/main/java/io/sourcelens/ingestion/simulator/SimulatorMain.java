/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Command line of the simulator: {@code history}, then {@code live}. */
@Command(
        name = "simulator",
        description = "Writes a simulated sourcing station into the reference marketplace.",
        mixinStandardHelpOptions = true,
        subcommands = {HistoryCommand.class, LiveCommand.class})
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulatorMain())
                .setExecutionExceptionHandler(SimulatorMain::tell)
                .execute(arguments));
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof SimulatorException || failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
