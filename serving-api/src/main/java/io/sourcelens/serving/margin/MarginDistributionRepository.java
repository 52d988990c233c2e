/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MarginDistributionRepository {
    private static final String DISTRIBUTIONS = """
            SELECT sku_id, supplier_id, settlement, name_zh, name_en, category_id, window_start,
                window_end, order_lines, cancelled_order_lines, order_days,
                contribution_minor, contribution_mean_minor, contribution_mean_low_minor,
                contribution_mean_high_minor, contribution_p10_minor, contribution_median_minor,
                contribution_p90_minor, loss_lines, loss_rate_raw, loss_probability,
                loss_probability_low, loss_probability_high, reason, maturity, as_of, run_id
            FROM api.margin_distribution
            """;

    private final JdbcClient clickHouse;

    MarginDistributionRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Those come first whose lines are a loss for certain: a wide interval alone condemns nothing. */
    List<MarginDistribution> list(String marketplace, String settlement, int limit) {
        return clickHouse
                .sql(DISTRIBUTIONS + """
                                WHERE marketplace = :marketplace AND settlement = :settlement
                                ORDER BY loss_probability_low DESC NULLS LAST, sku_id, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("settlement", settlement)
                .param("limit", limit)
                .query(MarginDistribution.class)
                .list();
    }

    List<MarginDistribution> ofSku(String marketplace, String skuId) {
        return clickHouse
                .sql(DISTRIBUTIONS + """
                                WHERE marketplace = :marketplace AND sku_id = :sku_id
                                ORDER BY supplier_id, settlement DESC""")
                .param("marketplace", marketplace)
                .param("sku_id", skuId)
                .query(MarginDistribution.class)
                .list();
    }
}
