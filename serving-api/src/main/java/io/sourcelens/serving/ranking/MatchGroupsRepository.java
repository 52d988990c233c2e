/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MatchGroupsRepository {
    private final JdbcClient clickHouse;

    MatchGroupsRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<MatchGroup> list(RankingQuery query) {
        return clickHouse
                .sql("""
                        SELECT rank, previous_rank, previous_week_rank, days_on_list, match_group_id, name_zh, name_en,
                            skus, suppliers, orders, units, sale_revenue_minor, maturity, as_of, run_id
                        FROM api.best_match_groups
                        WHERE marketplace = :marketplace AND window_days = :window_days
                            AND category_id = :category_id AND ranked_by = :ranked_by AND rank <= :limit
                        ORDER BY rank""")
                .params(query.parameters())
                .query(MatchGroup.class)
                .list();
    }
}
