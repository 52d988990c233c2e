/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BestSellersRepository {
    private static final String LIST = """
            SELECT rank, previous_rank, previous_week_rank, days_on_list, sku_id, name_zh, name_en, match_group_id,
                supplier_id, first_seen_day, orders, units, sale_revenue_minor, maturity, as_of, run_id
            FROM api.best_sellers
            WHERE marketplace = :marketplace AND window_days = :window_days
                AND category_id = :category_id AND ranked_by = :ranked_by
            """;

    private final JdbcClient clickHouse;

    BestSellersRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<BestSeller> list(BestSellersQuery query) {
        return clickHouse
                .sql(LIST + "AND rank <= :limit ORDER BY rank")
                .params(query.parameters())
                .query(BestSeller.class)
                .list();
    }

    /** Places of the list that were gained since a day or a week before, most first; those that were not ranked then are not in it. */
    List<BestSeller> movers(BestSellersQuery query, int sinceDays) {
        String gain = (sinceDays == 1 ? "previous_rank" : "previous_week_rank") + " - rank";
        return clickHouse
                .sql(LIST + "AND %1$s > 0 ORDER BY %1$s DESC, rank LIMIT :limit".formatted(gain))
                .params(query.parameters())
                .query(BestSeller.class)
                .list();
    }

    /** Those that entered the catalogue within days before the list was made; where nobody says when, there are none. */
    List<BestSeller> newArrivals(BestSellersQuery query, int withinDays) {
        return clickHouse
                .sql(LIST + "AND first_seen_day > window_end - :within_days ORDER BY rank LIMIT :limit")
                .params(query.parameters())
                .param("within_days", withinDays)
                .query(BestSeller.class)
                .list();
    }
}
