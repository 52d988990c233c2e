/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.security.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SellerMarginRepository {
    private final JdbcClient clickHouse;

    SellerMarginRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** The view takes the seller as a parameter: without one it is an error. */
    List<MarginRow> rows(Tenant tenant, Period period) {
        return clickHouse
                .sql("""
                        SELECT day, sku_id, name_zh, name_en, category_id, supplier_id,
                            order_lines, cancelled_order_lines, units, sale_revenue_minor,
                            supply_cost_minor, freight_minor, platform_fee_minor, payment_fee_minor,
                            promotion_minor, refund_minor, return_reship_freight_minor, contribution_minor,
                            settled_order_lines, maturity, as_of, run_id
                        FROM api.seller_margin(marketplace = :marketplace, seller_id = :seller_id)
                        WHERE day BETWEEN toDate32(:from) AND toDate32(:to)
                        ORDER BY day, sku_id""")
                .param("marketplace", tenant.marketplace())
                .param("seller_id", tenant.sellerId())
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .query(MarginRow.class)
                .list();
    }
}
