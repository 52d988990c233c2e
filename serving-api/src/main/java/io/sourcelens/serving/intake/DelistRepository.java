/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DelistRepository {
    private final JdbcClient clickHouse;

    DelistRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** By rank. */
    List<DelistSku> list(String marketplace, int limit) {
        return clickHouse
                .sql("""
            SELECT rank, sku_id, name_zh, name_en, category_id, supplier_id, currency, arrived_day,
                age_days, listings, recent_order_lines, order_lines, order_line_share, units,
                sale_revenue_minor, contribution_minor, settled_share, cancelled_order_lines,
                refund_minor, season, season_order_lines, reasons AS reason_codes, tail_skus,
                cumulative_order_line_share, cumulative_contribution_minor, window_start, window_end,
                as_of, run_id
            FROM api.delist
            WHERE marketplace = :marketplace
            ORDER BY rank
            LIMIT :limit""")
                .param("marketplace", marketplace)
                .param("limit", limit)
                .query(DelistSku.class)
                .list();
    }
}
