/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupplierFulfilmentRepository {
    private static final String MEASURES = """
            SELECT supplier_id, supplier_name, category_id, window_days, measure, unit,
                estimate, estimate_low, estimate_high, observed, expected,
                evidence, events, censored, cancelled, maturity, reason, as_of, run_id
            FROM api.supplier_fulfilment
            """;

    private final JdbcClient clickHouse;

    SupplierFulfilmentRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Those come first that do badly for certain: at the end of the interval that speaks for them. */
    List<SupplierFulfilmentMeasure> list(
            String marketplace, String measure, String categoryId, int windowDays, int limit) {
        return clickHouse
                .sql(MEASURES + """
                                WHERE marketplace = :marketplace AND measure = :measure AND category_id = :category_id
                                    AND window_days = :window_days
                                ORDER BY if(measure IN ('dispatched_within_24_hours', 'dispatched_within_48_hours', 'delivered_by_promise',
                                        'transit_on_time_against_peers', 'valid_tracking'),
                                    estimate_high, -estimate_low) NULLS LAST, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("measure", measure)
                .param("category_id", categoryId)
                .param("window_days", windowDays)
                .param("limit", limit)
                .query(SupplierFulfilmentMeasure.class)
                .list();
    }

    List<SupplierFulfilmentMeasure> ofSupplier(String marketplace, String supplierId) {
        return clickHouse
                .sql(MEASURES + """
                                WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                                ORDER BY category_id = 'all' DESC, category_id, window_days, measure""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .query(SupplierFulfilmentMeasure.class)
                .list();
    }
}
