/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrendingRepository {
    private final JdbcClient clickHouse;

    TrendingRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<TrendingSku> list(String marketplace, String categoryId, int limit) {
        return clickHouse
                .sql("""
                        SELECT rank, sku_id, name_zh, name_en, match_group_id, supplier_id, orders, mean_weekly_orders,
                            expected_orders, expected_orders_low, expected_orders_high, buyers, breadth, score, stage,
                            sellers, saturation, window_start, window_end, as_of, run_id
                        FROM api.trending
                        WHERE marketplace = :marketplace AND category_id = :category_id AND rank <= :limit
                        ORDER BY rank""")
                .param("marketplace", marketplace)
                .param("category_id", categoryId)
                .param("limit", limit)
                .query(TrendingSku.class)
                .list();
    }
}
