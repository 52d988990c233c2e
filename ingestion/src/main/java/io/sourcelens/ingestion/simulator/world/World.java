/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import io.sourcelens.ingestion.marketplace.Category;
import io.sourcelens.ingestion.marketplace.Listing;
import io.sourcelens.ingestion.marketplace.Marketplace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything that is planted before the first order. */
public final class World {
    public static final int RETURN_WINDOW_DAYS = 30;

    private final WorldOptions options;
    private final Catalogue catalogue = Catalogue.read();
    private final Places places = Places.read();
    private final SeasonCalendar calendar = new SeasonCalendar();
    private final List<SupplierProfile> suppliers;
    private final List<SellerProfile> sellers;
    private final List<SkuProfile> skus;
    private final List<Listing> listings;
    private final Stock stock;
    private final SupplierDays supplierDays;

    private World(WorldOptions options) {
        this.options = options;
        suppliers = Suppliers.plant(options, catalogue, places);
        sellers = Sellers.plant(options, catalogue, places);
        skus = Skus.plant(options, catalogue, suppliers);
        listings =
                Listings.plant(options, sellers, skus, catalogue.departments().size());
        stock = new Stock(options, skus);
        supplierDays = new SupplierDays(options, calendar);
    }

    public static World of(WorldOptions options) {
        return new World(options);
    }

    public WorldOptions options() {
        return options;
    }

    public Marketplace marketplace() {
        return new Marketplace(
                1, "示范货源站 · Demo sourcing station", "CNY", WorldOptions.ZONE.getId(), RETURN_WINDOW_DAYS);
    }

    public List<Category> categories() {
        return catalogue.categories();
    }

    public Catalogue.Department department(SkuProfile sku) {
        return catalogue.departments().get(sku.department());
    }

    public Places places() {
        return places;
    }

    public SeasonCalendar calendar() {
        return calendar;
    }

    public List<Carrier> carriers() {
        return Carrier.ALL;
    }

    public List<SupplierProfile> suppliers() {
        return suppliers;
    }

    public List<SellerProfile> sellers() {
        return sellers;
    }

    public List<SkuProfile> skus() {
        return skus;
    }

    public SkuProfile sku(long skuId) {
        return skus.get((int) skuId - 1);
    }

    public SellerProfile seller(long sellerId) {
        return sellers.get((int) sellerId - 1);
    }

    public List<Listing> listings() {
        return listings;
    }

    public Stock stock() {
        return stock;
    }

    public Demand demand(LocalDate day) {
        return Demand.on(day, options, skus, stock);
    }

    public SupplierDays.SupplierDay supplierDay(SupplierProfile supplier, Instant orderedAt) {
        return supplierDays.of(supplier, WorldOptions.day(orderedAt));
    }

    /** See {@link SupplierDays#meanLate}. */
    public double meanLate(SupplierProfile supplier, LocalDate day) {
        return supplierDays.meanLate(supplier, day);
    }
}
