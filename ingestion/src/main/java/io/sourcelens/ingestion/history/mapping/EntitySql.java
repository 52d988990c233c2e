/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of an entity, from the judged rows that were kept. */
final class EntitySql {
    /** Pseudo-field: whether the row counts for the entity. */
    static final String WHEN = "__when";

    private EntitySql() {}

    static String query(MappedEntity entity) {
        String kept = "from %s where __reject_reason is null%s"
                .formatted(
                        CompiledFile.table("judged", entity.from()),
                        entity.when() == null ? "" : " and " + Sql.name(entity.column(WHEN)));
        String time = entity.schema().eventTime() == null
                ? "__time"
                : "coalesce(__time, %s)"
                        .formatted(Sql.name(entity.column(entity.schema().eventTime())));
        return entity.perRow() ? perRow(entity, kept, time) : perKey(entity, kept, time);
    }

    private static String perRow(MappedEntity entity, String kept, String time) {
        return "select %s, __position, __file, __row, %s as __time %s order by __position"
                .formatted(String.join(", ", columns(entity, List.of(), time)), latest(time), kept);
    }

    private static String perKey(MappedEntity entity, String kept, String time) {
        List<String> key = entity.schema().key();
        String keys = key.stream().map(field -> Sql.name(entity.column(field))).collect(Collectors.joining(", "));
        String present = key.stream()
                .map(field -> " and %s is not null".formatted(Sql.name(entity.column(field))))
                .collect(Collectors.joining());
        return "select %s, max(__position) as __position, %s as __time %s%s group by %s order by __position"
                .formatted(
                        String.join(", ", columns(entity, key, time)),
                        latest("max(%s)".formatted(time)),
                        kept,
                        present,
                        keys);
    }

    private static List<String> columns(MappedEntity entity, List<String> key, String time) {
        List<String> columns = new ArrayList<>();
        Stream.concat(entity.fields().entrySet().stream(), entity.extension().entrySet().stream())
                .forEach(field ->
                        columns.add("%s as %s".formatted(column(entity, field, key, time), Sql.name(field.getKey()))));
        return columns;
    }

    private static String column(MappedEntity entity, Map.Entry<String, Value> field, List<String> key, String time) {
        String column = Sql.name(entity.column(field.getKey()));
        if (entity.perRow() || key.contains(field.getKey())) {
            return column;
        }
        return switch (field.getValue().take()) {
            case "first" -> "arg_min(%s, __position)".formatted(column);
            // The newest by time; of equally new ones, the last in the file.
            case "last" -> "arg_max(%s, (coalesce(%s, timestamptz '-infinity'), __position))".formatted(column, time);
            case "sum" -> "cast(sum(%s) as bigint)".formatted(column);
            default -> "%s(%s)".formatted(field.getValue().take(), column);
        };
    }

    private static String latest(String time) {
        return "coalesce(%s, getvariable('latest_time'))".formatted(time);
    }
}
