/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrendingRepository {
    private static final String WITHIN = """
            AND sku_id IN (
                SELECT sku_id
                FROM api.best_sellers_within(marketplace = :marketplace, window_days = 30, category_id = :category_id,
                    ranked_by = 'units', mode = :mode, price_band = :price_band,
                    ship_from_province = :ship_from_province, tier = :tier, arrived_within_days = :arrived_within_days))
            """;

    private final JdbcClient clickHouse;

    TrendingRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Places of the list whose skus meet the filter, with their ranks in the whole list. */
    List<TrendingSku> list(String marketplace, String categoryId, RankingFilter filter, int limit) {
        return clickHouse
                .sql("""
                        SELECT rank, sku_id, name_zh, name_en, match_group_id, supplier_id, orders, sold_out_days,
                            mean_weekly_orders,
                            expected_orders, expected_orders_low, expected_orders_high, buyers, breadth, score,
                            p_value, q_value, stage, sellers, saturation, window_start, window_end, as_of, run_id
                        FROM api.trending
                        WHERE marketplace = :marketplace AND category_id = :category_id
                        """ + (filter.isNone() ? "" : WITHIN) + "ORDER BY rank LIMIT :limit")
                .params(filter.parameters())
                .param("marketplace", marketplace)
                .param("category_id", categoryId)
                .param("limit", limit)
                .query(TrendingSku.class)
                .list();
    }
}
