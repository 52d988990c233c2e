/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.ingestion.lake.LakeException;
import io.sourcelens.ingestion.lake.LakeReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends hostile records and counts what became of them. Exit codes: 0 done, 1 cannot, 2 wrong arguments. */
@Command(name = "fuzz", mixinStandardHelpOptions = true)
public final class FuzzMain implements Callable<Integer> {
    @Option(names = "--records", defaultValue = "100000")
    private long records;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--report", required = true)
    private Path report = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FuzzMain())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof FuzzException || failure instanceof LakeException)) {
                        throw failure;
                    }
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> environment = System.getenv();
        String token = environment.get("SOURCELENS_INTAKE_TOKEN");
        if (token == null) {
            throw new FuzzException(
                    "Cannot fuzz: SOURCELENS_INTAKE_TOKEN is not set; set a write token of marketplace fuzz");
        }
        IntakeClient client = new IntakeClient(
                environment.getOrDefault("SOURCELENS_INTAKE_URL", "http://127.0.0.1:18085"),
                token,
                "fuzz-%d-%d".formatted(seed, System.currentTimeMillis()));
        String bootstrap = environment.getOrDefault("SOURCELENS_KAFKA_BOOTSTRAP", "127.0.0.1:19092");
        new FuzzRun(bootstrap, client, LakeReader.of(environment), seed)
                .run(records)
                .write(report);
        return 0;
    }
}
