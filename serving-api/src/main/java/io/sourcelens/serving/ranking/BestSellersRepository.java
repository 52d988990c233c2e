/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BestSellersRepository {
    private static final String PUBLISHED = """
            SELECT rank, previous_rank, previous_week_rank, days_on_list, sku_id, name_zh, name_en, match_group_id,
                supplier_id, first_seen_day, orders, units, sale_revenue_minor, maturity, as_of, run_id
            FROM api.best_sellers
            WHERE marketplace = :marketplace AND window_days = :window_days
                AND category_id = :category_id AND ranked_by = :ranked_by
            """;

    /** Ranked when it is asked for: nobody knows how many days a sku has been on such a list. */
    private static final String WITHIN = """
            SELECT rank, previous_rank, previous_week_rank, CAST(NULL AS Nullable(Int32)) AS days_on_list, sku_id, name_zh,
                name_en, match_group_id, supplier_id, first_seen_day, orders, units, sale_revenue_minor, maturity, as_of,
                run_id
            FROM api.best_sellers_within(marketplace = :marketplace, window_days = :window_days,
                category_id = :category_id, ranked_by = :ranked_by, mode = :mode, price_band = :price_band,
                ship_from_province = :ship_from_province, tier = :tier, arrived_within_days = :arrived_within_days)
            WHERE rank <= 100
            """;

    private final JdbcClient clickHouse;

    BestSellersRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<BestSeller> list(RankingQuery query, RankingFilter filter) {
        return places(query, filter, "AND rank <= :limit ORDER BY rank");
    }

    /**
     * Places of the list that were gained since a day or a week before, most first. What was not ranked then is not in it, nor what
     * rose by one or two large orders.
     */
    List<BestSeller> movers(RankingQuery query, RankingFilter filter, int sinceDays) {
        String gain = (sinceDays == 1 ? "previous_rank" : "previous_week_rank") + " - rank";
        return places(
                query, filter, "AND orders >= 3 AND %1$s > 0 ORDER BY %1$s DESC, rank LIMIT :limit".formatted(gain));
    }

    private List<BestSeller> places(RankingQuery query, RankingFilter filter, String which) {
        return clickHouse
                .sql((filter.isNone() ? PUBLISHED : WITHIN) + which)
                .params(query.parameters())
                .params(filter.parameters())
                .query(BestSeller.class)
                .list();
    }
}
