/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.plan.Ids;
import io.sourcelens.ingestion.simulator.plan.ListingIndex;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What live traffic goes on from: the next keys, shown stock and listings of the database. */
record LiveState(Ids ids, int[] shownStock, ListingIndex listings) {

    static LiveState read(Connection connection, World world) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new LiveState(
                    ids(statement), shownStock(statement, world), new ListingIndex(world, listings(statement)));
        }
    }

    int shown(SkuProfile sku, Instant at) {
        return shownStock[sku.index()];
    }

    private static Ids ids(Statement statement) throws SQLException {
        Ids ids = new Ids();
        for (Table<?> table : Table.ALL) {
            String key = table.columns().get(0);
            try (ResultSet rows = statement.executeQuery(
                    "select coalesce(max(%s), 0) from %s".formatted(key, table.qualifiedName()))) {
                rows.next();
                ids.goOnAfter(table, rows.getLong(1));
            }
        }
        return ids;
    }

    private static int[] shownStock(Statement statement, World world) throws SQLException {
        int[] shown = new int[world.skus().size()];
        try (ResultSet rows = statement.executeQuery("""
                select distinct on (sku_id) sku_id, shown_quantity
                from marketplace.stock_level
                order by sku_id, recorded_at desc, stock_level_id desc""")) {
            while (rows.next()) {
                shown[world.sku(rows.getLong(1)).index()] = rows.getInt(2);
            }
        }
        return shown;
    }

    private static List<Listing> listings(Statement statement) throws SQLException {
        List<Listing> listings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select listing_id, seller_id, sku_id, sale_price_minor, listed_at, delisted_at
                from marketplace.listing order by listing_id""")) {
            while (rows.next()) {
                listings.add(new Listing(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        instant(rows.getObject(6, OffsetDateTime.class))));
            }
        }
        return listings;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
