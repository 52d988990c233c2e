/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.LakeFiles;
import io.sourcelens.stack.MarketplaceTables;
import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import io.sourcelens.stack.chaos.Difference.Logged;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the marketplace and the lake in the same words, table by table. */
final class Comparison {
    /** Names persons: the lake has a pseudonym instead. */
    private static final String PERSONAL = "buyer_id";

    private final StackSettings settings;
    private final Audit audit;
    private final ClickHouse clickHouse;

    Comparison(StackSettings settings, Audit audit) {
        this.settings = settings;
        this.audit = audit;
        this.clickHouse = new ClickHouse(settings);
    }

    /** Every captured table; reads {@code raw} and {@code core} as they are now. */
    List<Difference> tables() throws SQLException, IOException {
        List<Difference> tables = new ArrayList<>();
        for (String table : MarketplaceTables.CAPTURED) {
            List<Column> columns = columns(table);
            tables.add(Difference.of(
                    table, audit.changes(table), logged(table), rows(table, columns), current(table, columns)));
        }
        return tables;
    }

    /** Committed changes that the lake does not have yet. */
    long missing() throws SQLException, IOException {
        long missing = 0;
        for (String table : MarketplaceTables.CAPTURED) {
            missing += Difference.of(table, audit.changes(table), logged(table), Map.of(), Map.of())
                    .lost();
        }
        return missing;
    }

    private Map<String, Logged> logged(String table) throws SQLException, IOException {
        Map<String, Logged> logged = new HashMap<>();
        for (List<String> row :
                clickHouse.rows("""
                SELECT concat(%s, ' ', change_op), uniqExact(source_position), count()
                FROM %s
                WHERE marketplace = 'demo' AND change_op IN ('c', 'u', 'd')
                GROUP BY 1""".formatted(keyInLake(table), LakeFiles.inClickHouse(settings, "raw", table)))) {
            logged.put(row.get(0), new Logged(Long.parseLong(row.get(1)), Long.parseLong(row.get(2))));
        }
        return logged;
    }

    private Map<String, String> rows(String table, List<Column> columns) throws SQLException {
        String texts = columns.stream().map(Column::inMarketplace).collect(Collectors.joining(", "));
        return fingerprints(Sql.marketplace(
                settings,
                "select %s::text, md5(concat_ws('|', %s)) from marketplace.\"%s\""
                        .formatted(MarketplaceTables.key(table), texts, table)));
    }

    private Map<String, String> current(String table, List<Column> columns) throws SQLException, IOException {
        String texts = columns.stream().map(Column::inLake).collect(Collectors.joining(", "));
        return fingerprints(clickHouse.rows(
                """
                SELECT %s, lower(hex(MD5(concat_ws('|', %s))))
                FROM %s
                WHERE marketplace = 'demo' AND NOT deleted""".formatted(keyInLake(table), texts, LakeFiles.inClickHouse(settings, "core", table))));
    }

    /** A row that came twice under one key would be two here: the second is kept under a name of its own. */
    private static Map<String, String> fingerprints(List<List<String>> rows) {
        Map<String, String> fingerprints = new HashMap<>();
        for (List<String> row : rows) {
            String key = row.get(0);
            if (fingerprints.putIfAbsent(key, row.get(1)) != null) {
                fingerprints.put(key + " again", row.get(1));
            }
        }
        return fingerprints;
    }

    /** The marketplace itself has one row, and no key in the lake beside its name. */
    private static String keyInLake(String table) {
        return table.equals("marketplace") ? "'1'" : MarketplaceTables.key(table);
    }

    private List<Column> columns(String table) throws SQLException {
        return Sql.marketplace(settings, """
                        select column_name, data_type from information_schema.columns
                        where table_schema = 'marketplace' and table_name = '%s' and column_name not in ('%s', 'id')
                        order by column_name""".formatted(table, PERSONAL)).stream()
                .map(row -> new Column(row.get(0), row.get(1).startsWith("timestamp")))
                .toList();
    }

    /** A column as a text that both sides write alike; null is a sign of its own. */
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
