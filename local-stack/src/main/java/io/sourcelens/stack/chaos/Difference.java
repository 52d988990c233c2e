/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table of the lake has other than the marketplace. Pure.
 *
 * @param committed changes that the marketplace committed under traffic
 * @param lost of them, those that the change log does not have
 * @param doubled rows of the change log that repeat a change
 * @param invented changes in the log that nobody committed
 * @param rows rows of the marketplace now
 * @param differing rows of the current state that are missing, left over or other than the marketplace's
 */
public record Difference(
        String table, long committed, long lost, long doubled, long invented, long rows, long differing) {

    /**
     * Compares.
     *
     * @param committed count by key and operation
     * @param logged by the same: how many different positions, and how many rows
     * @param rows the marketplace's rows, by key their fingerprint
     * @param current the current state's in the lake
     */
    static Difference of(
            String table,
            Map<String, Long> committed,
            Map<String, Logged> logged,
            Map<String, String> rows,
            Map<String, String> current) {
        long lost = 0;
        long invented = 0;
        long doubled = 0;
        for (Map.Entry<String, Long> change : committed.entrySet()) {
            long found = logged.getOrDefault(change.getKey(), Logged.NOTHING).changes();
            lost += Math.max(0, change.getValue() - found);
            invented += Math.max(0, found - change.getValue());
        }
        for (Map.Entry<String, Logged> change : logged.entrySet()) {
            doubled += change.getValue().rows() - change.getValue().changes();
            invented += committed.containsKey(change.getKey())
                    ? 0
                    : change.getValue().changes();
        }
        return new Difference(table, sum(committed), lost, doubled, invented, rows.size(), differing(rows, current));
    }

    /**
     * What the change log has of one key and operation.
     *
     * @param changes different positions
     */
    record Logged(long changes, long rows) {
        static final Logged NOTHING = new Logged(0, 0);
    }

    static Difference total(List<Difference> tables) {
        Difference total = new Difference("all", 0, 0, 0, 0, 0, 0);
        for (Difference table : tables) {
            total = new Difference(
                    "all",
                    total.committed + table.committed,
                    total.lost + table.lost,
                    total.doubled + table.doubled,
                    total.invented + table.invented,
                    total.rows + table.rows,
                    total.differing + table.differing);
        }
        return total;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long differing(Map<String, String> rows, Map<String, String> current) {
        Map<String, String> leftOver = new HashMap<>(current);
        long differing = 0;
        for (Map.Entry<String, String> row : rows.entrySet()) {
            differing += row.getValue().equals(leftOver.remove(row.getKey())) ? 0 : 1;
        }
        return differing + leftOver.size();
    }
}
