/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeOpportunityRepository {
    private static final String OPPORTUNITIES = """
            SELECT category_id, price_band, price_from_minor, price_to_minor, skus, orders,
                previous_orders, units, previous_units, growth, growth_low, growth_high,
                growth_reason, suppliers, supplier_hhi, effective_suppliers, sellers_per_sku,
                contribution_median_minor, margin_order_lines, margin_rate,
                late_delivery_probability, forecast_order_share, lost_sales_units,
                lost_sales_units_low, lost_sales_units_high, watched_skus, out_of_stock_days,
                supplier_orders, selling_skus, lost_sales_reason, score, growth_points, margin_points, seller_points,
                supplier_points, reliability_points, known_weight, weights_version, window_start,
                window_end, as_of, run_id
            FROM api.intake_opportunity
            """;

    private final JdbcClient clickHouse;

    IntakeOpportunityRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Of all categories, but not of all goods together, which are no place to bring goods in. */
    List<IntakeOpportunity> list(String marketplace, int limit) {
        return clickHouse
                .sql(OPPORTUNITIES + """
                                WHERE marketplace = :marketplace AND category_id <> 'all'
                                ORDER BY score DESC NULLS LAST, category_id, price_band
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("limit", limit)
                .query(IntakeOpportunity.class)
                .list();
    }

    List<IntakeOpportunity> ofCategory(String marketplace, String categoryId) {
        return clickHouse
                .sql(OPPORTUNITIES + """
                                WHERE marketplace = :marketplace AND category_id = :category_id
                                ORDER BY price_band""")
                .param("marketplace", marketplace)
                .param("category_id", categoryId)
                .query(IntakeOpportunity.class)
                .list();
    }
}
