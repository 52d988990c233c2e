/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IntakeCohortRepository {
    private final JdbcClient clickHouse;

    IntakeCohortRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Newest week first. */
    List<IntakeCohort> list(String marketplace, int ageDays) {
        return clickHouse
                .sql("""
            SELECT week, age_days, arrival, skus, maturity, reason, sold_skus, first_sale_share,
                earlier_first_sale_share, earlier_first_sale_share_low, earlier_first_sale_share_high,
                order_lines, units, stocked_skus, stocked_units, sell_through, earlier_sell_through,
                earlier_sell_through_low, earlier_sell_through_high, seller_skus, repeat_seller_skus,
                repeat_share, earlier_repeat_share, earlier_repeat_share_low, earlier_repeat_share_high,
                contribution_minor, settled_share, contribution_per_sku_minor,
                earlier_contribution_per_sku_minor, earlier_contribution_per_sku_low_minor,
                earlier_contribution_per_sku_high_minor, earlier_cohorts, as_of, run_id
            FROM api.intake_cohort
            WHERE marketplace = :marketplace AND age_days = :age_days
            ORDER BY week DESC""")
                .param("marketplace", marketplace)
                .param("age_days", ageDays)
                .query(IntakeCohort.class)
                .list();
    }
}
