/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.past.AnswerFiles;
import io.sourcelens.batch.past.Answers;
import io.sourcelens.batch.past.PastException;
import io.sourcelens.batch.past.Question;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Computes marts again as of a past time and compares them with what was published then. A process of its own, so that
 * refreshes go on beside it. Exit codes: 0 equal, or compared with now; 1 a mart differs or cannot be computed; 2 wrong
 * arguments.
 */
@Command(
        name = "as-known-at",
        mixinStandardHelpOptions = true,
        description = "Computes marts again as of a past time, and compares them with what was published then.")
public final class AsKnownAtMain implements Callable<Integer> {
    @Parameters(paramLabel = "TIME", description = "With its offset, for example 2026-11-23T18:00:00+08:00.")
    private OffsetDateTime time = OffsetDateTime.MIN;

    @Option(names = "--mart", description = "Name of the mart; by default every one that can be computed again.")
    private @Nullable String mart;

    @Option(names = "--marketplace", description = "Compare the rows of one marketplace.")
    private @Nullable String marketplace;

    @Option(
            names = "--compare",
            paramLabel = "then|now",
            description = "With what the mart is computed again: what was known then, or what is known now of the same"
                    + " days (default: then).")
    private Question.Known known = Question.Known.THEN;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where JSON and CSV go (${DEFAULT-VALUE}).")
    private Path out = Path.of(".sourcelens/as-known-at");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AsKnownAtMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(AsKnownAtMain::tell)
                .execute(arguments));
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof PastException) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        List<String> marts = mart == null ? Question.marts(known) : List.of(mart);
        List<Question> questions = marts.stream()
                .map(name -> new Question(time.toInstant(), name, marketplace, known))
                .toList();
        SparkSession spark = LakeSession.start(BatchConfiguration.of(System.getenv()));
        try {
            AnswerFiles answers =
                    new AnswerFiles(new Answers(new Lake(spark), Clock.systemUTC()), out, System.out::println);
            boolean good = true;
            for (Question question : questions) {
                good &= isGood(answers, question);
            }
            return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } finally {
            spark.stop();
        }
    }

    /** A mart that cannot be computed is no reason to leave the others alone. */
    private static boolean isGood(AnswerFiles answers, Question question) {
        try {
            return answers.answer(question).equal() || question.known() == Question.Known.NOW;
        } catch (PastException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
