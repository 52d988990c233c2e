/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.alternative.AlternativeTable;
import io.sourcelens.batch.assortment.CohortTable;
import io.sourcelens.batch.assortment.DelistTable;
import io.sourcelens.batch.change.SupplierChangeTable;
import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.distribution.MarginDistributionTable;
import io.sourcelens.batch.drilldown.SupplierEventTable;
import io.sourcelens.batch.forecast.SupplierForecastTable;
import io.sourcelens.batch.fulfilment.SupplierFulfilmentTable;
import io.sourcelens.batch.intake.CandidateTable;
import io.sourcelens.batch.intake.Demands;
import io.sourcelens.batch.intake.OpportunityTable;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.margin.MarginTable;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.parcel.StuckParcelTable;
import io.sourcelens.batch.ranking.BestSellersTable;
import io.sourcelens.batch.ranking.SkuSalesTable;
import io.sourcelens.batch.ranking.TrendingTable;
import io.sourcelens.batch.rollup.OrderLineDayTable;
import io.sourcelens.batch.rollup.ParcelOutcomeTable;
import io.sourcelens.batch.rollup.SkuStockDayTable;
import io.sourcelens.batch.rollup.SupplierCategoryDayTable;
import io.sourcelens.batch.rollup.SupplierLaneDayTable;
import io.sourcelens.batch.score.ScoreComponentTable;
import io.sourcelens.batch.score.ScoreRules;
import io.sourcelens.batch.score.SupplierScoreTable;
import io.sourcelens.batch.stock.ListingTable;
import io.sourcelens.batch.stock.StockWatchTable;
import io.sourcelens.batch.supplier.ReportingLags;
import io.sourcelens.batch.supplier.SupplierScorecardTable;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;

/**
 * What one refresh computes, and of what: {@link #first}, then {@link #others}. A step names the tables that other steps of
 * its half write; all of the half before are there.
 */
final class MartJobs {
    /** Entities that the first marts are made of; the largest first, so that none of them is waited for at the end. */
    private static final List<String> FIRST = List.of(
            "order_line",
            "tracking_scan",
            "parcel",
            "payment",
            "after_sale_case",
            "sku",
            "supplier",
            "category",
            "marketplace");

    private final Lake lake;
    private final SmallTables small;
    private final CoreTables core;
    private final Steps steps;
    private final String runId;
    private final Function<Table, Map<String, Instant>> newestOrders;

    /** @param newestOrders of each marketplace, in a rollup: the time that marts are of */
    MartJobs(
            Lake lake, CoreTables core, Steps steps, String runId, Function<Table, Map<String, Instant>> newestOrders) {
        this.lake = lake;
        this.small = new SmallTables(lake);
        this.core = core;
        this.steps = steps;
        this.runId = runId;
        this.newestOrders = newestOrders;
    }

    /**
     * What most people look at first: lists, margins and scorecards. Returns when they are done and
     * the others have begun; nothing without an order.
     */
    List<MartResult> first() {
        FIRST.forEach(this::merge);
        steps.await(coreTables(FIRST));
        Marketplaces marketplaces = Marketplaces.of(small.current("marketplace"));
        CategoryTree tree = CategoryTree.of(small.current("category"));
        SupplierCategoryDayTable suppliers = new SupplierCategoryDayTable(lake, core);
        steps.rollup(
                "sku_seller_day",
                () -> OrderLineDayTable.skuSellerDay(lake, core).refresh(marketplaces));
        steps.rollup(
                "sku_mode_day", () -> OrderLineDayTable.skuModeDay(lake, core).refresh(marketplaces));
        steps.rollup("supplier_category_day", () -> suppliers.refresh(marketplaces, tree));
        steps.await("rollup.sku_seller_day");
        Basis basis = basis(marketplaces);
        if (basis.marketplaces().all().isEmpty()) {
            steps.await("rollup.sku_mode_day", "rollup.supplier_category_day");
            otherEntities().forEach(this::merge);
            return List.of();
        }
        ReportingLags lags = new ReportingLags(lake, basis);
        steps.mart("best_sellers", () -> new BestSellersTable(lake).refresh(basis, tree), "rollup.sku_mode_day");
        steps.mart("margin_sku_seller_day", () -> new MarginTable(lake).refresh(basis));
        steps.mart(
                "supplier_scorecard",
                () -> new SupplierScorecardTable(lake)
                        .refresh(basis, tree, lags, () -> suppliers.dueToday(basis.marketplaces(), tree)),
                "rollup.supplier_category_day");
        for (String reference : List.of("marketplace", "category")) {
            steps.mart(reference, () -> reference(basis, reference));
        }
        List<MartResult> results = steps.marts();
        startOthers(basis, tree, lags);
        return results;
    }

    /** Returns when those that {@link #first} has begun are done. */
    List<MartResult> others() {
        return steps.marts();
    }

    private void merge(String entity) {
        steps.merge(entity, () -> core.refresh(Schemas.entity(entity)));
    }

    private static List<String> otherEntities() {
        return Schemas.entities().stream()
                .map(TableSchema::name)
                .filter(name -> !FIRST.contains(name))
                .toList();
    }

    private static String[] coreTables(List<String> entities) {
        return entities.stream().map(entity -> "core." + entity).toArray(String[]::new);
    }

    private void startOthers(Basis basis, CategoryTree tree, ReportingLags lags) {
        Marketplaces marketplaces = basis.marketplaces();
        // First what others wait for.
        otherEntities().forEach(this::merge);
        steps.rollup(
                "sku_supplier_day",
                () -> OrderLineDayTable.skuSupplierDay(lake, core).refresh(marketplaces));
        steps.rollup("sku_stock_day", () -> new SkuStockDayTable(lake, core).refresh(marketplaces), "core.stock_level");
        steps.rollup("supplier_lane_day", () -> new SupplierLaneDayTable(lake, core).refresh(marketplaces));
        steps.rollup("parcel_outcome", () -> new ParcelOutcomeTable(lake, core).refresh(marketplaces));
        steps.mart("supplier_event", () -> new SupplierEventTable(lake).refresh(basis, tree));
        steps.mart("best_match_groups", () -> new BestSellersTable(lake).refreshMatchGroups(basis, tree));
        steps.mart(
                "trending",
                () -> new TrendingTable(lake).refresh(basis, tree, core.delivering("listing")),
                "core.listing",
                "rollup.sku_stock_day");
        steps.mart("stock_watch", () -> new StockWatchTable(lake).refresh(basis), "rollup.sku_stock_day");
        steps.mart("listing", () -> new ListingTable(lake).refresh(basis), "core.listing");
        steps.mart("stuck_parcel", () -> new StuckParcelTable(lake).refresh(basis), "core.order");
        steps.mart("supplier_change", () -> new SupplierChangeTable(lake).refresh(basis));
        steps.mart(
                "margin_distribution",
                () -> new MarginDistributionTable(lake).refresh(basis, tree),
                "rollup.sku_supplier_day");
        steps.mart("sku_sales", () -> new SkuSalesTable(lake).refresh(basis));
        steps.mart(
                "supplier_forecast",
                () -> new SupplierForecastTable(lake).refresh(basis, lags),
                "rollup.supplier_lane_day");
        steps.mart(
                "supplier_fulfilment", () -> new SupplierFulfilmentTable(lake).refresh(basis), "rollup.parcel_outcome");
        steps.mart("freshness", () -> freshness(basis), coreTables(otherEntities()));
        ofScores(basis);
        ofIntake(basis, tree);
    }

    private void ofScores(Basis basis) {
        ScoreRules rules = ScoreRules.of(System.getenv());
        steps.mart(
                "supplier_score_component",
                () -> new ScoreComponentTable(lake, rules).refresh(basis),
                "mart.supplier_fulfilment");
        steps.mart(
                "supplier_score",
                () -> new SupplierScoreTable(lake, rules).refresh(basis),
                "mart.supplier_score_component");
        steps.mart(
                "alternative",
                () -> new AlternativeTable(lake).refresh(basis),
                "mart.stock_watch",
                "mart.supplier_forecast",
                "mart.supplier_score");
    }

    private void ofIntake(Basis basis, CategoryTree tree) {
        Demands demands = new Demands(lake, basis);
        steps.mart(
                "intake_opportunity",
                () -> new OpportunityTable(lake).refresh(basis, tree, demands),
                "mart.margin_distribution",
                "mart.supplier_forecast",
                "mart.stock_watch");
        steps.mart(
                "intake_candidate",
                () -> new CandidateTable(lake).refresh(basis, tree, demands),
                "mart.intake_opportunity");
        steps.mart("intake_cohort", () -> new CohortTable(lake).refresh(basis), "core.stock_level");
        steps.mart("delist", () -> new DelistTable(lake).refresh(basis, core.delivering("listing")), "mart.listing");
    }

    private MartResult reference(Basis basis, String mart) {
        return small(
                basis,
                mart,
                versions(Stream.of("core." + mart)),
                () -> ReferenceMarts.mart(
                        LakeTable.mart(Schemas.mart(mart)), small.current(mart), basis.marketplaces(), runId));
    }

    private MartResult freshness(Basis basis) {
        Stream<String> entities = Schemas.entities().stream().map(entity -> "core." + entity.name());
        return small(
                basis,
                "freshness",
                versions(Stream.concat(entities, Stream.of("raw.dead_letter"))),
                () -> new Freshness(lake).mart(basis));
    }

    private MartResult small(Basis basis, String mart, String versions, Supplier<List<Record>> rows) {
        LakeTable definition = LakeTable.mart(Schemas.mart(mart));
        Notes now =
                Notes.NONE.with("core", versions).with("rules", basis.rules()).with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(definition)).equals(now)) {
            return MartResult.unchanged(mart);
        }
        small.replace(rows.get(), definition, now);
        return MartResult.written(mart, List.of());
    }

    private String versions(Stream<String> tables) {
        return tables.map(
                        table -> lake.find(table).map(Lake::version).orElse(0L).toString())
                .collect(Collectors.joining(" "));
    }

    private Basis basis(Marketplaces marketplaces) {
        Table rollup = lake.find("rollup.sku_seller_day").orElseThrow();
        return new Basis(
                runId,
                marketplaces.knownUntil(newestOrders.apply(rollup)),
                core.delivering("payment"),
                core.delivering("after_sale_case"),
                core.delivering("tracking_scan"));
    }
}
