/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class SupplierEventRepository {
    /** The mart has no day after the scorecard's newest. */
    private static final String OF_SCORECARD = """
            FROM api.supplier_event
            WHERE marketplace = :marketplace AND supplier_id = :supplier_id AND target = :target
                AND category_id = :category_id AND day >= :window_start
            """;

    private final JdbcClient clickHouse;

    SupplierEventRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    long count(String marketplace, SupplierScorecard scorecard, String target, LocalDate windowStart) {
        return query("SELECT count() " + OF_SCORECARD, marketplace, scorecard, target, windowStart)
                .query(Long.class)
                .single();
    }

    List<SupplierEvent> newest(
            String marketplace, SupplierScorecard scorecard, String target, LocalDate windowStart, int limit) {
        return query("""
                        SELECT day, order_id, item_id, promised_dispatch_at, first_scanned_at, hours_late, reason, opened_at
                        """ + OF_SCORECARD + """
                        ORDER BY day DESC, item_id
                        LIMIT :limit""", marketplace, scorecard, target, windowStart)
                .param("limit", limit)
                .query(SupplierEvent.class)
                .list();
    }

    private StatementSpec query(
            String sql, String marketplace, SupplierScorecard scorecard, String target, LocalDate windowStart) {
        return clickHouse
                .sql(sql)
                .param("marketplace", marketplace)
                .param("supplier_id", scorecard.supplierId())
                .param("target", target)
                .param("category_id", scorecard.categoryId())
                .param("window_start", windowStart);
    }
}
