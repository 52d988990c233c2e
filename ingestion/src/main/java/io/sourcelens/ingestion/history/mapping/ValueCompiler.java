/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.Value.Origin;
import io.sourcelens.ingestion.history.mapping.ValueSql.RowCheck;
import io.sourcelens.schema.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Translates how a value is read into SQL over the columns of its file. */
final class ValueCompiler {
    private final Mapping mapping;
    private final FileColumns columns;
    private final Conversions conversions;

    ValueCompiler(Mapping mapping, FileColumns columns) {
        this.mapping = mapping;
        this.columns = columns;
        this.conversions = new Conversions(mapping.marketplace(), columns.file());
    }

    /** @param declared name of the column that the value declares; null for a field */
    ValueSql compile(Value value, ValueType type, @Nullable String declared) {
        ValueType read = value.type() == null ? type : ValueType.of(value.type());
        String plain = source(value, declared);
        ValueType plainType = sourceType(value, declared);
        if (plainType != null && plainType != ValueType.TEXT && !worksOnText(value)) {
            String typed = conversions.ofTyped(plain, plainType, read, value);
            return judged(value, plain, cast(typed, read, type), read);
        }
        if (plainType == null && !worksOnText(value)) {
            return judged(value, plain, cast(conversions.ofAnything(plain, read, value), read, type), read);
        }
        String text = emptied(value, "present(%s)".formatted(plain));
        String coded = coded(value, text);
        String known =
                value.otherwise() == null ? coded : "coalesce(%s, %s)".formatted(coded, Sql.text(value.otherwise()));
        ValueSql converted = judged(value, known, cast(conversions.ofText(known, read, value), read, type), read);
        if (value.codes().isEmpty() || !value.otherCodes().equals("reject")) {
            return converted;
        }
        RowCheck unknown = new RowCheck(
                "unknown_code",
                "%s not in (%s)".formatted(text, Sql.texts(value.codes().keySet())),
                detail(value, text, "is not among the codes"));
        return value.unreadableIsEmpty()
                ? new ValueSql(converted.value(), List.of(), List.of(noted(value, unknown)))
                : new ValueSql(converted.value(), plus(unknown, converted.checks()), List.of());
    }

    private ValueSql judged(Value value, String source, String converted, ValueType type) {
        if (value.origin() instanceof Origin.Constant
                || value.origin() instanceof Origin.Counter
                || type == ValueType.TEXT && source.equals(converted)) {
            return new ValueSql(converted, List.of(), List.of());
        }
        String expected = "is not " + type.meaning()
                + (value.formats().isEmpty() ? "" : " of format " + String.join(" or ", value.formats()));
        RowCheck unreadable = new RowCheck(
                RejectReason.WRONG_TYPE.code(),
                "%s is not null and %s is null".formatted(source, converted),
                detail(value, source, expected));
        return value.unreadableIsEmpty()
                ? new ValueSql(converted, List.of(), List.of(noted(value, unreadable)))
                : new ValueSql(converted, List.of(unreadable), List.of());
    }

    private static RowCheck noted(Value value, RowCheck check) {
        return new RowCheck(label(value) + "_unreadable", check.condition(), check.detail());
    }

    private static String detail(Value value, String source, String problem) {
        return "%s || cast(%s as varchar) || %s"
                .formatted(Sql.text(label(value) + " is "), source, Sql.text(", which " + problem));
    }

    /** The field or column, without the way to it. */
    private static String label(Value value) {
        return value.place().replaceFirst("^.*\\.(fields|extension|columns)\\.", "");
    }

    private String source(Value value, @Nullable String declared) {
        Origin origin = value.origin();
        if (origin instanceof Origin.Column column) {
            return sql(column.name());
        }
        if (origin instanceof Origin.Columns several) {
            return several.names().stream()
                    .map(name -> "present(%s)".formatted(sql(name)))
                    .collect(Collectors.joining(" || '-' || "));
        }
        if (origin instanceof Origin.Constant constant) {
            return Sql.text(constant.text());
        }
        if (origin instanceof Origin.Counter counter) {
            return "row_number() over (partition by %s order by __position)"
                    .formatted(counter.names().stream().map(this::sql).collect(Collectors.joining(", ")));
        }
        return "(%s)".formatted(((Origin.Expression) origin).sql());
    }

    private String sql(String column) {
        return columns.sql(column).orElseThrow(() -> new IllegalStateException("Cannot find column " + column));
    }

    /** What is read already when the value is read; null where only the database knows. */
    private @Nullable ValueType sourceType(Value value, @Nullable String declared) {
        if (value.origin() instanceof Origin.Counter) {
            return ValueType.INTEGER;
        }
        if (value.origin() instanceof Origin.Column column && !column.name().equalsIgnoreCase(declared)) {
            return declaration(column.name());
        }
        return value.origin() instanceof Origin.Expression ? null : ValueType.TEXT;
    }

    private @Nullable ValueType declaration(String column) {
        Map<String, Value> declared = columns.file().columns();
        String name = column;
        if (columns.declaration(column).isEmpty() && !columns.isOwn(column)) {
            int dot = column.indexOf('.');
            declared = mapping.files().get(column.substring(0, dot)).columns();
            name = column.substring(dot + 1);
        }
        for (Map.Entry<String, Value> entry : declared.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                String type = entry.getValue().type();
                boolean open = type == null && entry.getValue().origin() instanceof Origin.Expression;
                return open ? null : type == null ? ValueType.TEXT : ValueType.of(type);
            }
        }
        return ValueType.TEXT;
    }

    private static boolean worksOnText(Value value) {
        return !value.formats().isEmpty()
                || !value.empty().isEmpty()
                || value.emptyLike() != null
                || value.letterCase() != null
                || !value.codes().isEmpty()
                || value.otherwise() != null;
    }

    private static String emptied(Value value, String text) {
        String cased = value.letterCase() == null ? text : "%s(%s)".formatted(value.letterCase(), text);
        List<String> conditions = new ArrayList<>();
        if (!value.empty().isEmpty()) {
            conditions.add("%s in (%s)".formatted(cased, Sql.texts(value.empty())));
        }
        if (value.emptyLike() != null) {
            conditions.add("regexp_full_match(%s, %s)".formatted(cased, Sql.text(value.emptyLike())));
        }
        return conditions.isEmpty()
                ? cased
                : "case when %s then null else %s end".formatted(String.join(" or ", conditions), cased);
    }

    private static String coded(Value value, String text) {
        if (value.codes().isEmpty()) {
            return text;
        }
        String cases = value.codes().entrySet().stream()
                .map(code -> "when %s then %s".formatted(Sql.text(code.getKey()), Sql.text(code.getValue())))
                .collect(Collectors.joining(" "));
        return "case %s %s else %s end"
                .formatted(text, cases, value.otherCodes().equals("keep") ? text : "null");
    }

    private static String cast(String sql, ValueType from, ValueType to) {
        return from == ValueType.INTEGER && to == ValueType.TEXT ? "cast(%s as varchar)".formatted(sql) : sql;
    }

    private static List<RowCheck> plus(RowCheck first, List<RowCheck> others) {
        List<RowCheck> checks = new ArrayList<>(List.of(first));
        checks.addAll(others);
        return checks;
    }
}
