/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.CompiledFile.EntityQuery;
import io.sourcelens.ingestion.history.mapping.CompiledFile.Probe;
import io.sourcelens.ingestion.history.mapping.CompiledFile.View;
import io.sourcelens.ingestion.history.mapping.MappedFile.Join;
import io.sourcelens.ingestion.history.mapping.ValueSql.RowCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Translates the mapping of one file into views, each of which reads the one before: {@code joined} has the partners of
 * joins as structs, {@code typed} the declared columns as values, {@code derived_N} one more expression each,
 * {@code fielded} the fields of records, {@code verdict} what is wrong with the row.
 */
public final class FileCompiler {
    private final Mapping mapping;
    private final MappedFile file;
    private final FileColumns columns;
    private final ValueCompiler values;
    private final List<View> views = new ArrayList<>();
    private final List<RowCheck> checks = new ArrayList<>();
    private final List<RowCheck> notes = new ArrayList<>();
    private String previous;

    private FileCompiler(Mapping mapping, Map<String, List<String>> headers, MappedFile file) {
        this.mapping = mapping;
        this.file = file;
        this.columns = MappingCheck.columns(mapping, headers, file);
        this.values = new ValueCompiler(mapping, columns);
        this.previous = CompiledFile.table("source", file.name());
    }

    /** @param mapping one in which {@link MappingCheck} found nothing wrong */
    public static CompiledFile compile(Mapping mapping, Map<String, List<String>> headers, MappedFile file) {
        return new FileCompiler(mapping, headers, file).compile();
    }

    private CompiledFile compile() {
        addView("joined", joined(), List.of());
        addTyped();
        file.columns().forEach((name, value) -> {
            if (value.isExpression()) {
                addDerived(name, value);
            }
        });
        addFielded();
        List<Probe> probes = new ArrayList<>();
        String verdict = new VerdictSql(mapping, file, columns, previous, probes).query(checks, notes);
        addView("verdict", verdict, probes);
        List<EntityQuery> entities = mapping.entitiesFrom(file.name()).stream()
                .map(entity -> new EntityQuery(entity.schema(), file.name(), entity.perRow(), EntitySql.query(entity)))
                .toList();
        List<String> times = new ArrayList<>(List.of("__time"));
        mapping.entitiesFrom(file.name()).stream()
                .filter(entity -> entity.schema().eventTime() != null)
                .forEach(entity ->
                        times.add(Sql.name(entity.column(entity.schema().eventTime()))));
        return new CompiledFile(file.name(), views, entities, times);
    }

    private void addView(String stage, String query, List<Probe> probes) {
        String view = CompiledFile.table(stage, file.name());
        views.add(new View(view, query, probes));
        previous = view;
    }

    private String joined() {
        StringBuilder selected = new StringBuilder("select s.*");
        StringBuilder joins = new StringBuilder(" from %s as s".formatted(previous));
        file.joins().forEach((other, join) -> {
            String partner = Sql.name(other + "_partner");
            selected.append(", case when %1$s.__position is not null then %1$s end as %2$s"
                    .formatted(partner, Sql.name(other)));
            joins.append(" left join (select __position, %s from %s where __reject_reason is null) as %s on %s"
                    .formatted(
                            columns.ofFiles().get(other).stream().map(Sql::name).collect(Collectors.joining(", ")),
                            CompiledFile.table("judged", other),
                            partner,
                            condition(join, partner)));
            if (join.required()) {
                checks.add(new RowCheck(
                        "join_partner_missing",
                        Sql.name(other) + " is null",
                        "%s || %s"
                                .formatted(
                                        Sql.text("no kept row of %s has %s = "
                                                .formatted(
                                                        other,
                                                        String.join(
                                                                ", ", join.by().values()))),
                                        join.by().keySet().stream()
                                                .map(column -> "coalesce(%s, 'nothing')".formatted(Sql.name(column)))
                                                .collect(Collectors.joining(" || ', ' || ")))));
            }
        });
        return selected.append(joins).toString();
    }

    private static String condition(Join join, String partner) {
        return join.by().entrySet().stream()
                .map(by -> "present(s.%s) = present(%s.%s)"
                        .formatted(Sql.name(by.getKey()), partner, Sql.name(by.getValue())))
                .collect(Collectors.joining(" and "));
    }

    /** Checks of declared columns are made here, where the texts still are. */
    private void addTyped() {
        Map<String, String> replaced = new LinkedHashMap<>();
        Map<String, String> added = new LinkedHashMap<>();
        List<RowCheck> columnChecks = new ArrayList<>();
        List<RowCheck> columnNotes = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        file.columns().forEach((name, value) -> {
            if (!value.isExpression()) {
                ValueSql sql = values.compile(value, declaredType(value), name);
                (columns.isOwn(name) ? replaced : added).put(name, sql.value());
                columnChecks.addAll(sql.checks());
                columnNotes.addAll(sql.notes());
                probes.add(probe(value.place(), sql.value()));
            }
        });
        if (replaced.isEmpty() && added.isEmpty()) {
            return;
        }
        String raw = replaced.keySet().stream()
                .map(name ->
                        "%s: %s".formatted(Sql.text(name), columns.sql(name).orElseThrow()))
                .collect(Collectors.joining(", "));
        addView(
                "typed",
                "select *%s%s%s, %s as __column_problem, %s as __column_notes from %s"
                        .formatted(
                                replaced.isEmpty() ? "" : " replace (%s)".formatted(aliased(replaced)),
                                added.isEmpty() ? "" : ", " + aliased(added),
                                raw.isEmpty() ? "" : ", {%s} as __raw".formatted(raw),
                                VerdictSql.firstOf(columnChecks),
                                VerdictSql.listOf(columnNotes),
                                previous),
                probes);
    }

    private void addDerived(String name, Value value) {
        ValueSql sql = values.compile(value, declaredType(value), name);
        String untyped =
                value.type() == null && sql.checks().isEmpty() && value.codes().isEmpty()
                        ? expression(value)
                        : sql.value();
        checks.addAll(sql.checks());
        notes.addAll(sql.notes());
        addView(
                "derived_" + views.size(),
                "select *, %s as %s from %s".formatted(untyped, Sql.name(name), previous),
                List.of(probe(value.place(), untyped)));
    }

    private static ValueType declaredType(Value value) {
        return value.type() == null ? ValueType.TEXT : ValueType.of(value.type());
    }

    private static String expression(Value value) {
        return value.origin() instanceof Value.Origin.Expression expression ? "(%s)".formatted(expression.sql()) : "";
    }

    private void addFielded() {
        List<String> selected = new ArrayList<>(List.of("*"));
        List<Probe> probes = new ArrayList<>();
        ValueSql time = file.time() == null
                ? new ValueSql("cast(null as timestamptz)", List.of(), List.of())
                : values.compile(file.time(), ValueType.TIME, null);
        selected.add(time.value() + " as __time");
        checks.addAll(time.checks());
        if (file.time() != null) {
            probes.add(probe(file.time().place(), time.value()));
        }
        for (MappedEntity entity : mapping.entitiesFrom(file.name())) {
            EntityFields fields = new EntityFields(entity, values);
            fields.sql().forEach((name, sql) -> selected.add("%s as %s".formatted(sql, Sql.name(name))));
            fields.probes().forEach((place, sql) -> probes.add(probe(place, sql)));
            checks.addAll(fields.checks());
            notes.addAll(fields.notes());
        }
        addView("fielded", "select %s from %s".formatted(String.join(", ", selected), previous), probes);
    }

    private Probe probe(String place, String sql) {
        return new Probe(place, sql, previous);
    }

    private static String aliased(Map<String, String> sqlByName) {
        return sqlByName.entrySet().stream()
                .map(entry -> "%s as %s".formatted(entry.getValue(), Sql.name(entry.getKey())))
                .collect(Collectors.joining(", "));
    }
}
