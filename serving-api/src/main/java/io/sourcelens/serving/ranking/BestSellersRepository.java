/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BestSellersRepository {
    private final JdbcClient clickHouse;

    BestSellersRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<BestSeller> list(BestSellersQuery query) {
        return clickHouse
                .sql("""
                        SELECT rank, previous_rank, sku_id, name_zh, name_en, match_group_id, supplier_id,
                            orders, units, sale_revenue_minor, maturity, as_of, run_id
                        FROM api.best_sellers
                        WHERE marketplace = :marketplace AND window_days = :window_days
                            AND category_id = :category_id AND ranked_by = :ranked_by AND rank <= :limit
                        ORDER BY rank""")
                .param("marketplace", query.marketplace())
                .param("window_days", query.windowDays())
                .param("category_id", query.categoryId())
                .param("ranked_by", query.rankedBy())
                .param("limit", query.limit())
                .query(BestSeller.class)
                .list();
    }
}
