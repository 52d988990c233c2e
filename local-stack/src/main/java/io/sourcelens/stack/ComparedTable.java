/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A captured table in words that the marketplace and the lake write alike, so that their rows can be compared. */
public final class ComparedTable {
    /** Names persons: the lake has a pseudonym instead. */
    private static final String PERSONAL = "buyer_id";

    private final String name;
    private final List<Column> columns;

    private ComparedTable(String name, List<Column> columns) {
        this.name = name;
        this.columns = columns;
    }

    public static ComparedTable of(StackSettings settings, String name) throws SQLException {
        return new ComparedTable(
                name,
                Sql.marketplace(settings, """
                        select column_name, data_type from information_schema.columns
                        where table_schema = 'marketplace' and table_name = '%s' and column_name not in ('%s', 'id')
                        order by column_name""".formatted(name, PERSONAL)).stream()
                        .map(row -> new Column(row.get(0), row.get(1).startsWith("timestamp")))
                        .toList());
    }

    /** The marketplace itself has one row, and no key in the lake beside its name. */
    public static String keyInLake(String table) {
        return table.equals("marketplace") ? "'1'" : MarketplaceTables.key(table);
    }

    public String name() {
        return name;
    }

    /** The row as a text, in PostgreSQL's words. */
    public String rowInMarketplace() {
        return columns.stream().map(Column::inMarketplace).collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    /** The same text in ClickHouse's. */
    public String rowInLake() {
        return columns.stream().map(Column::inLake).collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
    }

    /** A column as a text; null is a sign of its own. */
    private record Column(String name, boolean instant) {
        String inMarketplace() {
            String text = instant ? "(extract(epoch from %s) * 1000000)::bigint::text" : "%s::text";
            return "coalesce(%s, '-')".formatted(text.formatted(name));
        }

        String inLake() {
            String text = instant ? "toString(toUnixTimestamp64Micro(%s))" : "toString(%s)";
            return "ifNull(%s, '-')".formatted(text.formatted(name));
        }
    }
}
