/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Insert;
import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.marketplace.Table;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What sellers do to their listings between orders: new prices, new goods, taken off, thrown away. */
final class ShopKeeping {
    private final Connection connection;
    private final World world;
    private final LiveState state;

    ShopKeeping(Connection connection, World world, LiveState state) {
        this.connection = connection;
        this.world = world;
        this.state = state;
    }

    /** Changes one listing of one seller. */
    void change(Instant at, Randomness randomness, RowCounts counts) throws SQLException {
        Optional<Listing> picked = state.listings().any(randomness);
        if (picked.isEmpty()) {
            return;
        }
        Listing listing = picked.get();
        if (listing.delistedAt() != null) {
            delete(listing, counts);
        } else if (randomness.chance(0.15)) {
            update(listing, listing.salePriceMinor(), at, counts);
        } else if (randomness.chance(0.25)) {
            list(listing.sellerId(), world.demand(WorldOptions.day(at)).draw(randomness), at, counts);
        } else {
            long price = Math.max(100, Math.round(listing.salePriceMinor() * randomness.between(0.93, 1.07)));
            update(listing, price, null, counts);
        }
    }

    private void list(long sellerId, SkuProfile sku, Instant at, RowCounts counts) throws SQLException {
        if (state.listings().isListed(sellerId, sku.id())) {
            return;
        }
        Listing listing = new Listing(
                state.ids().next(Table.LISTING), sellerId, sku.id(), sku.ordinarySalePriceMinor(), at, null);
        counts.inserted("listing", Insert.insert(connection, List.of(listing)));
        state.listings().put(listing);
    }

    private void update(Listing listing, long price, @Nullable Instant delistedAt, RowCounts counts)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update marketplace.listing set sale_price_minor = ?, delisted_at = ? where listing_id = ?")) {
            statement.setLong(1, price);
            statement.setObject(2, delistedAt == null ? null : delistedAt.atOffset(ZoneOffset.UTC));
            statement.setLong(3, listing.listingId());
            counts.updated("listing", statement.executeUpdate());
        }
        state.listings()
                .put(new Listing(
                        listing.listingId(),
                        listing.sellerId(),
                        listing.skuId(),
                        price,
                        listing.listedAt(),
                        delistedAt));
    }

    private void delete(Listing listing, RowCounts counts) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from marketplace.listing where listing_id = ?")) {
            statement.setLong(1, listing.listingId());
            counts.deleted("listing", statement.executeUpdate());
        }
        state.listings().remove(listing);
    }
}
