/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sourcelens.batch.report.CsvFile;
import io.sourcelens.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers as people and programs read them: lines, JSON, and a CSV file of all differences. */
public final class AnswerFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Answers answers;
    private final Path folder;
    private final Consumer<String> terminal;

    /**
     * @param folder of the files that are written
     * @param terminal takes lines for people
     */
    public AnswerFiles(Answers answers, Path folder, Consumer<String> terminal) {
        this.answers = answers;
        this.folder = folder;
        this.terminal = terminal;
    }

    /** Answers one question, prints the answer, and leaves its files. */
    public Answer answer(Question question) {
        String name = "%s-%s".formatted(question.mart(), TIME.format(question.time()));
        if (question.known() == Question.Known.NOW) {
            name += "-with-now";
        }
        Path csv = file(name + ".csv");
        List<String> columns = new ArrayList<>(Schemas.mart(question.mart()).key());
        columns.addAll(List.of("column", "then", again(question)));
        try (CsvFile differences = new CsvFile(csv, columns)) {
            Answer answer = answers.answer(question, difference -> differences.add(values(difference)));
            differences.finish();
            Path json = file(name + ".json");
            write(answer, json, csv);
            lines(answer).forEach(terminal);
            terminal.accept("%s, %s with %,d differences".formatted(json, csv, differences.rows()));
            return answer;
        }
    }

    private static String again(Question question) {
        return question.known() == Question.Known.THEN ? "recomputed" : "now";
    }

    private static List<@Nullable Object> values(Difference difference) {
        List<@Nullable Object> values = new ArrayList<>(difference.key());
        values.add(difference.column());
        values.add(difference.then());
        values.add(difference.again());
        return values;
    }

    static List<String> lines(Answer answer) {
        Question question = answer.question();
        List<String> lines = new ArrayList<>();
        lines.add("%s as known at %s%s: left so by refresh %s, which ended at %s"
                .formatted(
                        question.mart(),
                        question.time(),
                        question.marketplace() == null ? "" : " of " + question.marketplace(),
                        answer.runId(),
                        answer.finishedAt()));
        lines.add("  %-16s %,12d".formatted("rows then", answer.rowsThen()));
        lines.add("  %-16s %,12d".formatted("rows " + again(question), answer.rowsAgain()));
        lines.add("  %-16s %,12d%s"
                .formatted("rows differing", answer.rowsDiffering(), answer.equal() ? "  (equal)" : ""));
        answer.differingByColumn().forEach((column, rows) -> lines.add("    in %-30s %,8d".formatted(column, rows)));
        answer.first().forEach(difference -> lines.add("  " + difference.text()));
        return lines;
    }

    private static void write(Answer answer, Path file, Path differences) {
        Question question = answer.question();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mart", question.mart());
        json.put("as_known_at", question.time().toString());
        json.put("marketplace", question.marketplace());
        json.put("compared_with", question.known().name().toLowerCase(Locale.ROOT));
        json.put("run_id", answer.runId());
        json.put("run_finished_at", answer.finishedAt().toString());
        json.put("rows_then", answer.rowsThen());
        json.put("rows_" + again(question), answer.rowsAgain());
        json.put("rows_differing", answer.rowsDiffering());
        json.put("rows_differing_by_column", answer.differingByColumn());
        json.put(
                "first_differences",
                answer.first().stream().map(Difference::text).toList());
        json.put("differences", differences.getFileName().toString());
        try {
            JSON.writeValue(file.toFile(), json);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
