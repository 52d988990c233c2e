/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.ingestion.history.sketch.Column.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sketch as YAML: what was guessed, why, and what a person has to say. */
final class SketchWriter {
    private static final int EXAMPLES = 3;
    private static final int COLUMNS_TO_SHOW = 200;
    private static final String CURRENCIES = "USD|EUR|GBP|CNY|JPY|CHF|CAD|AUD";

    private final Sketch sketch;
    private final StringBuilder yaml = new StringBuilder();

    SketchWriter(Sketch sketch) {
        this.sketch = sketch;
    }

    String yaml() {
        line(
                0,
                "# A first mapping, guessed from the first %,d rows of each file. Look at every line that says CHECK or MISSING;"
                        .formatted(SampledFile.ROWS));
        line(
                0,
                "# then: ./sourcelens import PATH --mapping THIS_FILE --marketplace NAME   (the language: docs/import.md)");
        marketplace();
        line(0, "files:");
        sketch.files().forEach(this::file);
        line(0, "");
        line(0, "entities:");
        new EntityWriter(sketch, this).write();
        return yaml.toString();
    }

    void line(int depth, String text) {
        yaml.append("  ".repeat(depth)).append(text).append(System.lineSeparator());
    }

    static String quoted(String text) {
        return text.matches("[\\p{L}_][\\p{L}\\p{N} ._()-]*")
                        && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")
                        && text.equals(text.strip())
                ? text
                : "'" + text.replace("'", "''").replaceAll("[\\r\\n]+", " ") + "'";
    }

    private void marketplace() {
        String currency = currency();
        line(0, "marketplace:");
        line(1, "name: My marketplace  # CHECK: how people call it");
        line(
                1,
                currency.isEmpty()
                        ? "currency: CNY  # CHECK: no column or value names one; an ISO 4217 code"
                        : "currency: %s  # CHECK: it stands in a column's name or in values".formatted(currency));
        line(
                1,
                "time_zone: UTC  # CHECK: whose clock the files' times and the marketplace's days follow, for example Europe/Berlin");
        line(
                1,
                "return_window_days: 0  # CHECK: days in which a return may be opened; 0 if returns are not in the files");
        line(0, "");
    }

    private String currency() {
        Set<String> texts = new LinkedHashSet<>();
        sketch.files()
                .forEach(file -> file.columns().forEach(column -> {
                    texts.add(column.name());
                    column.values().stream().limit(20).forEach(texts::add);
                }));
        String all = String.join("\n", texts);
        var code = java.util.regex.Pattern.compile("(?<![A-Z])(%s)(?![A-Z])".formatted(CURRENCIES))
                .matcher(all);
        if (code.find()) {
            return code.group(1);
        }
        return all.contains("€")
                ? "EUR"
                : all.contains("£") ? "GBP" : all.contains("$") ? "USD" : all.contains("¥") ? "CNY" : "";
    }

    private void file(SampledFile file) {
        line(1, file.name() + ":");
        line(2, "path: " + quoted(file.path().getFileName().toString()));
        if (!file.encoding().equals("UTF-8") && !file.encoding().equals("UTF-16")) {
            line(2, "encoding: %s  # its bytes are no UTF-8".formatted(file.encoding()));
        }
        if (!file.signs().decimal().equals(".") || !file.signs().group().isEmpty()) {
            line(
                    2,
                    "decimal: '%s'  # CHECK: these signs read most numbers"
                            .formatted(file.signs().decimal()));
            line(2, "group: '%s'".formatted(file.signs().group()));
        }
        columns(file);
        List<JoinGuess> joins =
                sketch.joins().stream().filter(join -> join.from() == file).toList();
        if (!joins.isEmpty()) {
            line(2, "join:");
        }
        joins.forEach(join -> {
            line(
                    3,
                    "%s:  # %.0f %% of the values are keys there"
                            .formatted(join.to().name(), join.found() * 100));
            line(
                    4,
                    "by: {%s: %s}"
                            .formatted(
                                    quoted(join.column().name()),
                                    quoted(join.key().name())));
        });
        boolean isUsed = file == sketch.lines() || sketch.joins().stream().anyMatch(join -> join.to() == file);
        if (!isUsed) {
            line(2, "# CHECK: nothing uses this file yet; join it, make records of it, or take it out");
        }
    }

    private void columns(SampledFile file) {
        line(2, "# column: filled, distinct values, examples");
        file.columns().stream()
                .limit(COLUMNS_TO_SHOW)
                .forEach(column -> line(
                        2,
                        "#   %s: %s, %,d%s, %s"
                                .formatted(
                                        Column.shortened(column.name()),
                                        percent(column),
                                        column.values().size(),
                                        column.isKey() ? " (a key)" : "",
                                        column.values().isEmpty() ? "nothing" : column.examples(EXAMPLES))));
        if (file.columns().size() > COLUMNS_TO_SHOW) {
            line(2, "#   … %,d columns more".formatted(file.columns().size() - COLUMNS_TO_SHOW));
        }
        List<Column> times = file.columns().stream()
                .filter(column -> column.kind() == Kind.TIME)
                .toList();
        if (times.isEmpty()) {
            return;
        }
        line(2, "columns:");
        times.forEach(column -> {
            line(3, "%s:".formatted(quoted(column.name())));
            line(4, "type: time");
            if (!column.format().equals("iso8601")) {
                line(
                        4,
                        "format: '%s'%s"
                                .formatted(
                                        column.format(),
                                        column.doubts().isEmpty()
                                                ? ""
                                                : "  # CHECK: %s read as many"
                                                        .formatted(String.join(", ", column.doubts()))));
            }
            strangers(4, column);
        });
    }

    /** What to do with values that are not of the column's kind. */
    void strangers(int depth, Column column) {
        if (!column.strangers().isEmpty()) {
            String examples = column.strangers().stream()
                    .limit(EXAMPLES)
                    .map(Column::shortened)
                    .collect(Collectors.joining(" | "));
            line(
                    depth,
                    "unreadable: empty  # CHECK: some cannot be read: %s. empty keeps the row and counts it, reject rejects it"
                            .formatted(examples));
        }
    }

    private static String percent(Column column) {
        return column.rows() == 0 ? "no rows" : "%.0f %%".formatted(100.0 * column.filled() / column.rows());
    }
}
