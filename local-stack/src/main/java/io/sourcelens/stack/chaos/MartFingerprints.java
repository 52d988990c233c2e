/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.ClickHouse;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What readers of ClickHouse see, table by table, without what names the run that made it. */
final class MartFingerprints {
    /** Says which runs there were and how old things are: another run says otherwise. */
    private static final List<String> OF_RUNS = List.of("refresh_run", "freshness");

    private MartFingerprints() {}

    /** Rows and the sum of their hashes: any row other, more or less changes it. */
    static Map<String, String> of(StackSettings settings) throws IOException {
        ClickHouse clickHouse = new ClickHouse(settings);
        Map<String, String> fingerprints = new TreeMap<>();
        for (List<String> table : clickHouse.rows("""
                SELECT table, arrayStringConcat(arraySort(groupArray(name)), ', ')
                FROM system.columns WHERE database = 'mart' AND name NOT IN ('run_id', 'as_of')
                GROUP BY table HAVING has(groupArray(name), 'marketplace')""")) {
            if (!OF_RUNS.contains(table.get(0))) {
                List<String> sum = clickHouse
                        .rows("SELECT count(), sum(cityHash64(tuple(%s))) FROM mart.%s WHERE marketplace = 'demo'"
                                .formatted(table.get(1), table.get(0)))
                        .get(0);
                fingerprints.put(table.get(0), "%s rows, %s".formatted(sum.get(0), sum.get(1)));
            }
        }
        return fingerprints;
    }
}
