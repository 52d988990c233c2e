/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.supplier;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupplierScoreRepository {
    private static final String SCORES = """
            SELECT supplier_id, supplier_name, category_id, window_days, score, score_low, score_high, tier, tier_reason,
                weight_known, weight_supported, evidence, maturity, costliest_component, costliest_points_lost,
                weights_version, as_of, run_id
            FROM api.supplier_score
            """;

    private final JdbcClient clickHouse;

    SupplierScoreRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** Those come first that are bad for certain: at the end of the interval that speaks for them. */
    List<SupplierScore> list(String marketplace, String categoryId, int windowDays, String tier, int limit) {
        return clickHouse
                .sql(SCORES + """
                                WHERE marketplace = :marketplace AND category_id = :category_id
                                    AND window_days = :window_days AND (:tier = '' OR tier = :tier)
                                ORDER BY score_high NULLS LAST, supplier_id
                                LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("category_id", categoryId)
                .param("window_days", windowDays)
                .param("tier", tier)
                .param("limit", limit)
                .query(SupplierScore.class)
                .list();
    }

    List<SupplierScore> ofSupplier(String marketplace, String supplierId) {
        return clickHouse
                .sql(SCORES + """
                                WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                                ORDER BY category_id = 'all' DESC, category_id, window_days""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .query(SupplierScore.class)
                .list();
    }

    /** What costs most comes first, what is not known last. */
    List<SupplierScoreComponent> components(String marketplace, String supplierId, String categoryId, int windowDays) {
        return clickHouse
                .sql("""
                        SELECT component, estimate, estimate_low, estimate_high, evidence, maturity, best, worst,
                            points_most, points, points_low, points_high, points_lost, reason, weights_version,
                            as_of, run_id
                        FROM api.supplier_score_component
                        WHERE marketplace = :marketplace AND supplier_id = :supplier_id
                            AND category_id = :category_id AND window_days = :window_days
                        ORDER BY points_lost DESC NULLS LAST, component""")
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .param("category_id", categoryId)
                .param("window_days", windowDays)
                .query(SupplierScoreComponent.class)
                .list();
    }
}
