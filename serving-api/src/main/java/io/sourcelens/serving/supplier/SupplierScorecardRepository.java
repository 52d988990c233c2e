/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupplierScorecardRepository {
    private static final String SCORECARDS = """
            SELECT supplier_id, supplier_name, category_id, window_days,
                parcels_due, parcels_late, parcels_not_scanned,
                late_dispatch_rate_raw, late_dispatch_rate, late_dispatch_rate_low, late_dispatch_rate_high,
                order_lines, defect_lines,
                defect_rate_raw, defect_rate, defect_rate_low, defect_rate_high,
                maturity,
                defect_reported, defect_rate_expected, defect_rate_expected_low, defect_rate_expected_high,
                as_of, run_id
            FROM api.supplier_scorecard
            """;

    private final JdbcClient clickHouse;

    SupplierScorecardRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Those come first that are late for certain: a wide interval alone condemns nobody. */
    List<SupplierScorecard> list(String marketplace, String categoryId, int windowDays, int limit) {
        return clickHouse
                .sql(SCORECARDS + """
                                WHERE marketplace = :marketplace AND category_id = :category_id AND window_days = :window_days
                                ORDER BY late_dispatch_rate_low DESC NULLS LAST, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("category_id", categoryId)
                .param("window_days", windowDays)
                .param("limit", limit)
                .query(SupplierScorecard.class)
                .list();
    }

    List<SupplierScorecard> ofSupplier(String marketplace, String supplierId) {
        return clickHouse
                .sql(SCORECARDS + """
                                WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                                ORDER BY window_days, category_id = 'all' DESC, category_id""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .query(SupplierScorecard.class)
                .list();
    }
}
