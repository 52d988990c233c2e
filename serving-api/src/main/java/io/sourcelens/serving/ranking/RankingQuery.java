/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.ranking;

import io.sourcelens.schema.Schemas;
import io.sourcelens.serving.problem.Parameters;
import java.util.Map;
import java.util.Set;

/** Which list is asked for. */
record RankingQuery(String marketplace, int windowDays, String categoryId, String rankedBy, int limit) {
    static final Set<Integer> WINDOWS = Set.of(1, 7, 30);
    static final int MOST = 100;

    private static final Set<String> MEASURES = Schemas.mart("best_sellers")
            .field("ranked_by")
            .orElseThrow()
            .rules()
            .symbols();

    RankingQuery {
        Parameters.requireOneOf("window_days", windowDays, WINDOWS);
        Parameters.requireOneOf("ranked_by", rankedBy, MEASURES);
        Parameters.requireBetween("limit", limit, 1, MOST);
    }

    /** By their names in SQL. */
    Map<String, Object> parameters() {
        return Map.of(
                "marketplace", marketplace,
                "window_days", windowDays,
                "category_id", categoryId,
                "ranked_by", rankedBy,
                "limit", limit);
    }
}
