/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.ComparedTable;
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

/** Reads the marketplace and the lake in the same words, table by table. */
final class Comparison {
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
            ComparedTable compared = ComparedTable.of(settings, table);
            tables.add(Difference.of(table, audit.changes(table), logged(table), rows(compared), current(compared)));
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
        for (List<String> row : clickHouse.rows(
                """
                SELECT concat(%s, ' ', change_op), uniqExact(source_position), count()
                FROM %s
                WHERE marketplace = 'demo' AND change_op IN ('c', 'u', 'd')
                GROUP BY 1""".formatted(ComparedTable.keyInLake(table), LakeFiles.inClickHouse(settings, "raw", table)))) {
            logged.put(row.get(0), new Logged(Long.parseLong(row.get(1)), Long.parseLong(row.get(2))));
        }
        return logged;
    }

    private Map<String, String> rows(ComparedTable table) throws SQLException {
        return fingerprints(Sql.marketplace(
                settings,
                "select %s::text, md5(%s) from marketplace.\"%s\""
                        .formatted(MarketplaceTables.key(table.name()), table.rowInMarketplace(), table.name())));
    }

    private Map<String, String> current(ComparedTable table) throws SQLException, IOException {
        return fingerprints(clickHouse.rows("""
                SELECT %s, lower(hex(MD5(%s)))
                FROM %s
                WHERE marketplace = 'demo' AND NOT deleted""".formatted(
                        ComparedTable.keyInLake(table.name()),
                        table.rowInLake(),
                        LakeFiles.inClickHouse(settings, "core", table.name()))));
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
}
