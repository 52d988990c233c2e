/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.stream.Collectors;

/** The ClickHouse table of a mart, made from its schema file. Publishing makes it anew at each refresh. */
public final class ClickHouseTable {
    private ClickHouseTable() {}

    /**
     * The statement that makes an empty table.
     *
     * @param table qualified name, for example {@code mart.best_sellers}
     */
    public static String create(TableSchema mart, String table) {
        String columns =
                mart.fields().stream().map(field -> "    " + column(field)).collect(Collectors.joining(",\n"));
        String key = mart.key().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS %s (\n%s\n) ENGINE = MergeTree ORDER BY (%s)".formatted(table, columns, key);
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
