/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import io.sourcelens.serving.security.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every view takes its window as a parameter, so that older minutes are not read. */
@Repository
class LiveRepository {
    private static final String SKUS = sql("live/best_skus.sql");
    private static final String CATEGORIES = sql("live/best_categories.sql");

    private final JdbcClient clickHouse;

    LiveRepository(JdbcClient clickHouse) {
        this.clickHouse = clickHouse;
    }

    List<LiveBestSeller> list(LiveBestSellersQuery query) {
        boolean skus = query.dimension().equals(LiveBestSellersQuery.SKU);
        JdbcClient.StatementSpec list = inWindow(skus ? SKUS : CATEGORIES, query.marketplace(), query.window())
                .param("previous_start", query.window().previousStartParameter())
                .param("window_end", query.window().endParameter())
                .param("limit", query.limit());
        return (skus ? list : list.param("category_level", query.categoryLevel()))
                .query(LiveBestSeller.class)
                .list();
    }

    LiveFreshness freshness(String marketplace, LiveWindow window) {
        return inWindow("""
                        SELECT as_of,
                            if(as_of > toDateTime64(:window_end, 6, 'UTC'), 0,
                                dateDiff('microsecond', as_of, toDateTime64(:window_end, 6, 'UTC'))) / 1000000
                                AS age_seconds
                        FROM api.live_freshness(marketplace = :marketplace, window_start = :window_start)""", marketplace, window)
                .param("window_end", window.endParameter())
                .query(LiveFreshness.class)
                .single();
    }

    /** The view takes the seller as a parameter: without one it is an error. */
    LiveSales sales(Tenant tenant, LiveWindow window) {
        return inWindow("""
                        SELECT orders, buyers, units, sale_revenue_minor
                        FROM api.live_seller(
                            marketplace = :marketplace, seller_id = :seller_id, window_start = :window_start)""", tenant.marketplace(), window)
                .param("seller_id", tenant.sellerId())
                .query(LiveSales.class)
                .single();
    }

    private JdbcClient.StatementSpec inWindow(String sql, String marketplace, LiveWindow window) {
        return clickHouse.sql(sql).param("marketplace", marketplace).param("window_start", window.startParameter());
    }

    private static String sql(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
