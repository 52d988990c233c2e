/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.security.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WatchRepository {
    private static final String STOCK = """
            SELECT sku_id, supplier_id, name_zh, name_en, category_id, stock_units, stock_recorded_at, stock_age_hours,
                units, available_days, known_days, refills, no_stock_lines, units_per_day,
                days_of_cover, days_of_cover_low, days_of_cover_high, stock_out_probability,
                status, status_since, cases, out_of_stock_days, no_stock_units, lost_units, lost_units_low,
                lost_units_high, as_of, run_id
            """;
    private static final String MOST_PROBABLE_FIRST = """

            ORDER BY stock_out_probability DESC, days_of_cover NULLS LAST, sku_id
            LIMIT :limit""";

    private final JdbcClient clickHouse;

    WatchRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    /** @param supplierId whose skus; the empty text for all */
    List<WatchedStock> stock(String marketplace, String supplierId, int limit) {
        return clickHouse
                .sql(STOCK + """
                                FROM api.stock_watch
                                WHERE marketplace = :marketplace AND (:supplier_id = '' OR supplier_id = :supplier_id)""" + MOST_PROBABLE_FIRST)
                .param("marketplace", marketplace)
                .param("supplier_id", supplierId)
                .param("limit", limit)
                .query(WatchedStock.class)
                .list();
    }

    /** The views of a seller take the seller as a parameter: without one it is an error. */
    List<WatchedStock> stockListedBy(Tenant tenant, int limit) {
        return clickHouse
                .sql(STOCK + "FROM api.seller_stock_watch(marketplace = :marketplace, seller_id = :seller_id)"
                        + MOST_PROBABLE_FIRST)
                .param("marketplace", tenant.marketplace())
                .param("seller_id", tenant.sellerId())
                .param("limit", limit)
                .query(WatchedStock.class)
                .list();
    }

    List<StuckParcel> parcelsOf(Tenant tenant, int limit) {
        return clickHouse
                .sql("""
                        SELECT parcel_id, order_id, supplier_id, carrier, ship_from_province, ship_to_province, reason,
                            created_at, promised_dispatch_at, promised_delivery_at, last_scanned_at, hours_since_scan,
                            hours_overdue, limit_hours, limit_scope, limit_gaps, as_of, run_id
                        FROM api.seller_stuck_parcel(marketplace = :marketplace, seller_id = :seller_id)
                        ORDER BY created_at, parcel_id
                        LIMIT :limit""")
                .param("marketplace", tenant.marketplace())
                .param("seller_id", tenant.sellerId())
                .param("limit", limit)
                .query(StuckParcel.class)
                .list();
    }
}
