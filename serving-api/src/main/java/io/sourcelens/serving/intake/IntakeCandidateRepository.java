/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeCandidateRepository {
    private final JdbcClient clickHouse;

    IntakeCandidateRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** By rank. */
    List<IntakeCandidate> list(String marketplace, String kind, int limit) {
        return clickHouse
                .sql("""
            SELECT kind, rank, match_group_id, sku_id, name_zh, name_en, category_id, price_band,
                price_from_minor, price_to_minor, currency, reasons AS reason_codes, skus, orders,
                previous_orders, growth, growth_low, growth_high, growth_false_share,
                certain_extra_orders, sellers_per_sku, usual_sellers_per_sku, suppliers, supplier_id,
                supplier_hhi, late_delivery_probability, usual_late_delivery_probability,
                forecast_order_share, contribution_median_minor, margin_order_lines, watched_skus,
                out_of_stock_days, lost_sales_units, lost_sales_units_low, lost_sales_units_high, score,
                window_start, window_end, as_of, run_id
            FROM api.intake_candidate
            WHERE marketplace = :marketplace AND kind = :kind
            ORDER BY rank
            LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("kind", kind)
                .param("limit", limit)
                .query(IntakeCandidate.class)
                .list();
    }
}
