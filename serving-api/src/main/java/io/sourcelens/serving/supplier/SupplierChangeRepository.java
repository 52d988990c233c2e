/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupplierChangeRepository {
    private static final String CHANGES = """
            SELECT supplier_id, supplier_name, target, alarm, direction,
                since_day, since_day_low, since_day_high, by_chance, false_alarm_share, weeks,
                counted_before, events_before, expected_before, counted_since, events_since, expected_since,
                last_day, reason, as_of, run_id
            FROM api.supplier_change
            """;

    private final JdbcClient clickHouse;

    SupplierChangeRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The surest come first; among equals those that changed last. */
    List<SupplierChange> alarms(String marketplace, String target, int limit) {
        return clickHouse
                .sql(CHANGES + """
                                WHERE marketplace = :marketplace AND target = :target AND alarm
                                ORDER BY false_alarm_share, since_day DESC, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("target", target)
                .param("limit", limit)
                .query(SupplierChange.class)
                .list();
    }

    List<SupplierChange> ofSupplier(String marketplace, String supplierId) {
        return clickHouse
                .sql(CHANGES + """
                                WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                                ORDER BY target""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .query(SupplierChange.class)
                .list();
    }
}
