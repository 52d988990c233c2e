/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.CompiledFile.Probe;
import io.sourcelens.ingestion.history.mapping.MappedFile.RowRule;
import io.sourcelens.ingestion.history.mapping.ValueSql.RowCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict on each row: the first thing that is wrong with it, in this order: it is no row; a rule of the mapping; no
 * partner; a value that cannot be read or that the contract refuses; it repeats a row, or the key of one, that is kept.
 */
final class VerdictSql {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final Mapping mapping;
    private final MappedFile file;
    private final FileColumns columns;
    private final String fielded;
    private final List<Probe> probes;

    /** @param probes takes the queries that show whether the mapping's rules are right */
    VerdictSql(Mapping mapping, MappedFile file, FileColumns columns, String fielded, List<Probe> probes) {
        this.mapping = mapping;
        this.file = file;
        this.columns = columns;
        this.fielded = fielded;
        this.probes = probes;
    }

    String query(List<RowCheck> valueChecks, List<RowCheck> valueNotes) {
        boolean typed = file.columns().values().stream().anyMatch(value -> !value.isExpression());
        List<RowCheck> rules = new ArrayList<>();
        rules.add(new RowCheck("malformed", "__malformed is not null", "__malformed"));
        for (int index = 0; index < file.rejections().size(); index++) {
            rules.add(rule(file.rejections().get(index), "files.%s.reject[%d]".formatted(file.name(), index + 1)));
        }
        List<RowCheck> notes = new ArrayList<>(valueNotes);
        for (int index = 0; index < file.keepNotes().size(); index++) {
            notes.add(rule(file.keepNotes().get(index), "files.%s.keep_notes[%d]".formatted(file.name(), index + 1)));
        }
        return """
                with judged as (
                    select *, coalesce(%s) as __problem, %s as __notes
                    from %s
                ),
                unrepeated as (
                    select *, coalesce(__problem, %s) as __verdict
                    from judged
                )
                select __position, __file, __row, __time, __notes%s,
                    __verdict.reason as __reject_reason,
                    __verdict.detail as __reject_detail,
                    case when __verdict is not null then %s end as __original
                from unrepeated""".formatted(
                        Stream.of(firstOf(rules), typed ? "__column_problem" : "", firstOf(valueChecks))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        typed ? "list_concat(__column_notes, %s)".formatted(listOf(notes)) : listOf(notes),
                        fielded,
                        firstOf(repetitions()),
                        kept(),
                        original());
    }

    /** The first check that fails, as a struct of reason and detail. */
    static String firstOf(List<RowCheck> checks) {
        return checks.isEmpty()
                ? "cast(null as struct(reason varchar, detail varchar))"
                : "case %s end".formatted(checks.stream().map(RowCheck::sqlCase).collect(Collectors.joining(" ")));
    }

    /** Every note that holds. */
    static String listOf(List<RowCheck> notes) {
        return notes.isEmpty()
                ? "cast([] as varchar[])"
                : "list_filter([%s], lambda note: note is not null)"
                        .formatted(notes.stream()
                                .map(note ->
                                        "case when %s then %s end".formatted(note.condition(), Sql.text(note.reason())))
                                .collect(Collectors.joining(", ")));
    }

    private RowCheck rule(RowRule rule, String place) {
        String condition = "(%s)".formatted(rule.when());
        probes.add(new Probe(place + ".when", condition, fielded));
        return new RowCheck(
                rule.name(), condition, rule.detail() == null ? "cast(null as varchar)" : detail(rule.detail(), place));
    }

    private String detail(String template, String place) {
        List<String> parts = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            parts.add(Sql.text(template.substring(end, placeholder.start())));
            String name = placeholder.group(1);
            String sql = columns.isOwn(name) && columns.sql(name).isPresent()
                    ? raw(columns.sql(name).get())
                    : columns.sql(name).orElse(Sql.name(name));
            probes.add(new Probe(place + ".detail", sql, fielded));
            parts.add("coalesce(cast(%s as varchar), 'nothing')".formatted(sql));
            end = placeholder.end();
        }
        parts.add(Sql.text(template.substring(end)));
        return String.join(" || ", parts);
    }

    private List<RowCheck> repetitions() {
        List<RowCheck> repetitions = new ArrayList<>();
        if (file.rejectsDuplicateRows()) {
            repetitions.add(new RowCheck(
                    "duplicate_row",
                    repeats("md5(%s)".formatted(original())),
                    Sql.text("equals an earlier row in every column")));
        }
        mapping.entitiesFrom(file.name()).stream().filter(MappedEntity::perRow).forEach(entity -> {
            List<String> key = entity.schema().key().stream()
                    .map(field -> Sql.name(entity.column(field)))
                    .toList();
            String repeats = repeats(String.join(", ", key));
            String all = key.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
            String when = entity.when() == null ? all : all + " and " + Sql.name(entity.column(EntitySql.WHEN));
            repetitions.add(new RowCheck(
                    "duplicate_key",
                    "%s and %s".formatted(when, repeats),
                    sameAs(entity.schema().name(), key)));
        });
        mapping.keysAskedOf(file.name()).forEach(key -> {
            List<String> asked = key.stream()
                    .map(column -> "present(%s)".formatted(columns.sql(column).orElseThrow()))
                    .toList();
            String all = asked.stream().map(column -> column + " is not null").collect(Collectors.joining(" and "));
            repetitions.add(new RowCheck(
                    "duplicate_key",
                    "%s and %s".formatted(all, repeats(String.join(", ", asked))),
                    sameAs(file.name(), asked)));
        });
        return repetitions;
    }

    private static String repeats(String same) {
        return "row_number() over (partition by __problem is null, %s order by __position) > 1".formatted(same);
    }

    private static String sameAs(String what, List<String> key) {
        return "%s || concat_ws(', ', %s)"
                .formatted(Sql.text("an earlier row has the same key of %s: ".formatted(what)), String.join(", ", key));
    }

    /** The fields; for joins also the columns. */
    private String kept() {
        StringBuilder kept = new StringBuilder();
        for (MappedEntity entity : mapping.entitiesFrom(file.name())) {
            Stream.of(
                            entity.fields().keySet().stream(),
                            entity.extension().keySet().stream(),
                            Stream.ofNullable(entity.when()).map(when -> EntitySql.WHEN))
                    .flatMap(names -> names)
                    .forEach(name -> kept.append(", ").append(Sql.name(entity.column(name))));
        }
        if (!mapping.keysAskedOf(file.name()).isEmpty()) {
            columns.ofFiles()
                    .get(file.name())
                    .forEach(column -> kept.append(", ").append(Sql.name(column)));
        }
        return kept.toString();
    }

    private String original() {
        String fields = columns.own().stream()
                .map(name -> "%s: %s".formatted(Sql.text(name), raw(Sql.name(name))))
                .collect(Collectors.joining(", "));
        return "coalesce(__original, cast(to_json({%s}) as varchar))".formatted(fields);
    }

    /** The text that stood in a column of the file. */
    private String raw(String column) {
        boolean declared = file.columns().entrySet().stream()
                .anyMatch(entry -> !entry.getValue().isExpression()
                        && Sql.name(entry.getKey()).equalsIgnoreCase(column));
        return declared ? "__raw." + column : column;
    }
}
