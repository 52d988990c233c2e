/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.List;
import java.util.stream.Collectors;

/** The ClickHouse table of a mart or a live table, made from its schema file. */
public final class ClickHouseTable {
    /** What parts of a mart of days are by. */
    public static final String WEEK = "(`marketplace`, toMonday(`day`))";

    private ClickHouseTable() {}

    /**
     * The statement that makes an empty table of a mart; publishing makes it anew at each refresh.
     *
     * @param table qualified name, for example {@code mart.best_sellers}
     */
    public static String create(TableSchema mart, String table) {
        return create(mart, table, "MergeTree", hasWeeks(mart) ? " PARTITION BY " + WEEK : "");
    }

    /** Whether a mart's table is in parts of {@link #WEEK}: it may have too many rows to load them all again. */
    public static boolean hasWeeks(TableSchema mart) {
        return mart.key().containsAll(List.of("marketplace", "day"));
    }

    /**
     * The statement that makes a live table, whose rows replace each other by version. Those of a minute leave, by whole
     * hours, when nobody asks for them any more.
     */
    public static String createLive(TableSchema live, String table) {
        String byHour = live.eventTime() == null ? "" : """
                 PARTITION BY toStartOfHour(`%1$s`) TTL toDateTime(`%1$s`) + INTERVAL 3 HOUR \
                SETTINGS ttl_only_drop_parts = 1""".formatted(live.eventTime());
        return create(live, table, "ReplacingMergeTree(`version`)", byHour);
    }

    private static String create(TableSchema schema, String table, String engine, String storage) {
        String columns =
                schema.fields().stream().map(field -> "    " + column(field)).collect(Collectors.joining(",\n"));
        String key = schema.key().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS %s (\n%s\n) ENGINE = %s ORDER BY (%s)%s"
                .formatted(table, columns, engine, key, storage);
    }

    static String column(Field field) {
        return "`%s` %s COMMENT '%s'"
                .formatted(field.name(), type(field), field.meaningEnglish().replace("'", "''"));
    }

    private static String type(Field field) {
        String type = field.type().clickHouseType();
        return field.nullable() ? "Nullable(" + type + ")" : type;
    }
}
