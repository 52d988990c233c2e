/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupplierForecastRepository {
    private static final String FORECASTS = """
            SELECT supplier_id, supplier_name, target, horizon_days,
                probability, rate_low, rate_high,
                parcels_expected, parcels_due, parcels_late, maturity, evidence_days,
                reason, as_of, run_id
            FROM api.supplier_forecast
            """;

    private final JdbcClient clickHouse;

    SupplierForecastRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Those come first to whom it will happen for certain; among equals those to whom it happens more probably. */
    List<SupplierForecast> list(String marketplace, String target, int horizonDays, int limit) {
        return clickHouse
                .sql(FORECASTS + """
                                WHERE marketplace = :marketplace AND target = :target AND horizon_days = :horizon_days
                                ORDER BY rate_low DESC NULLS LAST, probability DESC NULLS LAST, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("target", target)
                .param("horizon_days", horizonDays)
                .param("limit", limit)
                .query(SupplierForecast.class)
                .list();
    }

    List<SupplierForecast> ofSupplier(String marketplace, String supplierId) {
        return clickHouse
                .sql(FORECASTS + """
                                WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                                ORDER BY target, horizon_days""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .query(SupplierForecast.class)
                .list();
    }
}
