/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.ValueSql.RowCheck;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.RejectReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of one entity's records in SQL, and what the contract demands of them. */
final class EntityFields {
    private final MappedEntity entity;
    private final Map<String, String> sql = new LinkedHashMap<>();
    private final Map<String, String> probes = new LinkedHashMap<>();
    private final List<RowCheck> checks = new ArrayList<>();
    private final List<RowCheck> notes = new ArrayList<>();

    EntityFields(MappedEntity entity, ValueCompiler values) {
        this.entity = entity;
        if (entity.when() != null) {
            String condition = "coalesce((%s), false)".formatted(entity.when());
            sql.put(entity.column(EntitySql.WHEN), condition);
            probes.put(entity.place() + ".when", condition);
        }
        entity.schema().fields().forEach(field -> {
            Value value = entity.fields().get(field.name());
            if (value != null) {
                add(field.name(), value, values.compile(value, ValueType.of(field), null));
                demand(field);
            }
        });
        entity.extension().forEach((name, value) -> add(name, value, values.compile(value, ValueType.TEXT, null)));
    }

    /** By the name of the judged rows' column. */
    Map<String, String> sql() {
        return sql;
    }

    /** By place. */
    Map<String, String> probes() {
        return probes;
    }

    List<RowCheck> checks() {
        return checks;
    }

    List<RowCheck> notes() {
        return notes;
    }

    private void add(String name, Value value, ValueSql compiled) {
        sql.put(entity.column(name), compiled.value());
        probes.put(value.place(), compiled.value());
        String column = Sql.name(entity.column(name));
        compiled.checks().forEach(check -> addCheck(check.reading(compiled.value(), column)));
        compiled.notes().forEach(note -> notes.add(note.reading(compiled.value(), column)));
    }

    private void demand(Field field) {
        String column = Sql.name(entity.column(field.name()));
        if (!field.nullable() && entity.perRow()) {
            addCheck(new RowCheck(
                    RejectReason.MISSING_FIELD.code(),
                    column + " is null",
                    Sql.text("%s is required".formatted(entity.column(field.name())))));
        }
        if (!field.rules().symbols().isEmpty()) {
            addCheck(
                    RejectReason.UNKNOWN_SYMBOL,
                    field,
                    "%s not in (%s)"
                            .formatted(
                                    column,
                                    Sql.texts(field.rules().symbols().stream()
                                            .sorted()
                                            .toList())),
                    "not one of "
                            + String.join(
                                    ", ",
                                    field.rules().symbols().stream().sorted().toList()));
        }
        if (field.rules().minimum() != null) {
            addCheck(
                    RejectReason.OUT_OF_RANGE,
                    field,
                    "%s < %d".formatted(column, field.rules().minimum()),
                    "below " + field.rules().minimum());
        }
        if (field.rules().maximum() != null) {
            addCheck(
                    RejectReason.OUT_OF_RANGE,
                    field,
                    "%s > %d".formatted(column, field.rules().maximum()),
                    "above " + field.rules().maximum());
        }
        String notBefore = field.rules().notBefore();
        // Of records that sum up several rows only the sums are comparable: the gate compares them.
        if (notBefore != null && entity.perRow() && entity.fields().containsKey(notBefore)) {
            addCheck(
                    RejectReason.CONTRADICTION,
                    field,
                    "%s < %s".formatted(column, Sql.name(entity.column(notBefore))),
                    "before " + notBefore);
        }
        if (ValueType.of(field) == ValueType.TIME) {
            addCheck(
                    RejectReason.OUT_OF_RANGE,
                    field,
                    "%1$s < timestamptz '%2$s' or %1$s >= timestamptz '%3$s'"
                            .formatted(column, RecordValidator.EARLIEST, RecordValidator.LATEST),
                    "outside 1990 to 2100");
        }
    }

    private void addCheck(RejectReason reason, Field field, String condition, String problem) {
        String column = entity.column(field.name());
        addCheck(new RowCheck(
                reason.code(),
                condition,
                "%s || cast(%s as varchar) || %s"
                        .formatted(Sql.text(column + " is "), Sql.name(column), Sql.text(", " + problem))));
    }

    private void addCheck(RowCheck check) {
        checks.add(entity.when() == null ? check : check.onlyWhen(Sql.name(entity.column(EntitySql.WHEN))));
    }
}
