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
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.parcel.StuckParcelTable;
import io.sourcelens.batch.ranking.BestSellersTable;
import io.sourcelens.batch.ranking.CategoryTree;
import io.sourcelens.batch.ranking.TrendingTable;
import io.sourcelens.batch.rollup.NewestOrders;
import io.sourcelens.batch.rollup.OrderLineDayTable;
import io.sourcelens.batch.rollup.ParcelOutcomeTable;
import io.sourcelens.batch.rollup.RollupResult;
import io.sourcelens.batch.rollup.SupplierCategoryDayTable;
import io.sourcelens.batch.rollup.SupplierLaneDayTable;
import io.sourcelens.batch.score.ScoreComponentTable;
import io.sourcelens.batch.score.ScoreRules;
import io.sourcelens.batch.score.SupplierScoreTable;
import io.sourcelens.batch.stock.ListingTable;
import io.sourcelens.batch.stock.StockWatchTable;
import io.sourcelens.batch.supplier.SupplierScorecardTable;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rollups and marts of one refresh, side by side, each as soon as what it is made of is there: {@link #first}, then
 * {@link #others}.
 */
final class MartJobs {
    private final Lake lake;
    private final SmallTables small;
    private final CoreTables core;
    private final SideBySide jobs;
    private final RefreshLog log;
    private final Clock clock;
    private final String runId;
    private final Map<String, CompletableFuture<RollupResult>> rollups = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<MartResult>> marts = new LinkedHashMap<>();
    private @Nullable String only;
    private Function<Table, Map<String, Instant>> newestOrders = NewestOrders::of;

    MartJobs(Lake lake, CoreTables core, SideBySide jobs, RefreshLog log, Clock clock, String runId) {
        this.lake = lake;
        this.small = new SmallTables(lake);
        this.core = core;
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
        this.runId = runId;
    }

    /**
     * Runs one mart alone, over rollups and other marts as they are.
     *
     * @param knownUntil the newest order of each marketplace
     */
    List<MartResult> only(String mart, Map<String, Instant> knownUntil) {
        only = mart;
        newestOrders = rollup -> knownUntil;
        return Stream.concat(first().stream(), others().stream()).toList();
    }

    /**
     * What most people look at first: lists, margins, scorecards and the orders behind them. Returns when they are done and
     * the others have begun; nothing without an order.
     */
    List<MartResult> first() {
        Marketplaces marketplaces = Marketplaces.of(small.current("marketplace"));
        CategoryTree tree = CategoryTree.of(small.current("category"));
        SupplierCategoryDayTable suppliers = new SupplierCategoryDayTable(lake, core);
        rollup(
                "sku_seller_day",
                () -> OrderLineDayTable.skuSellerDay(lake, core).refresh(marketplaces));
        rollup("supplier_category_day", () -> suppliers.refresh(marketplaces, tree));
        SideBySide.result(rollups.get("sku_seller_day"));
        Basis basis = basis(marketplaces);
        if (basis.marketplaces().all().isEmpty()) {
            SideBySide.all(rollups.values());
            return List.of();
        }
        mart("best_sellers", () -> new BestSellersTable(lake).refresh(basis, tree));
        mart("margin_sku_seller_day", () -> new MarginTable(lake).refresh(basis));
        mart(
                "supplier_scorecard",
                () -> new SupplierScorecardTable(lake)
                        .refresh(basis, tree, () -> suppliers.dueToday(basis.marketplaces(), tree)),
                rollups.get("supplier_category_day"));
        mart(
                "supplier_event",
                () -> new SupplierEventTable(lake).refresh(basis, tree),
                rollups.get("supplier_category_day"));
        mart("freshness", () -> small(basis, "freshness", () -> new Freshness(lake).mart(basis)));
        for (String reference : List.of("marketplace", "category")) {
            mart(reference, () -> reference(basis, reference));
        }
        List<CompletableFuture<MartResult>> first = List.copyOf(marts.values());
        List<MartResult> results = SideBySide.all(first);
        startOthers(basis, tree);
        marts.values().removeAll(first);
        return results;
    }

    /** Returns when those that {@link #first} has begun are done. */
    List<MartResult> others() {
        return SideBySide.all(marts.values());
    }

    private void startOthers(Basis basis, CategoryTree tree) {
        Marketplaces marketplaces = basis.marketplaces();
        // First what others wait for.
        rollup(
                "sku_supplier_day",
                () -> OrderLineDayTable.skuSupplierDay(lake, core).refresh(marketplaces));
        rollup("supplier_lane_day", () -> new SupplierLaneDayTable(lake, core).refresh(marketplaces));
        rollup("parcel_outcome", () -> new ParcelOutcomeTable(lake, core).refresh(marketplaces));
        mart("best_match_groups", () -> new BestSellersTable(lake).refreshMatchGroups(basis, tree));
        mart("trending", () -> new TrendingTable(lake).refresh(basis, tree, core.delivering("listing")));
        mart("stock_watch", () -> new StockWatchTable(lake).refresh(basis));
        mart("listing", () -> new ListingTable(lake).refresh(basis));
        mart("stuck_parcel", () -> new StuckParcelTable(lake).refresh(basis));
        mart("supplier_change", () -> new SupplierChangeTable(lake).refresh(basis));
        mart(
                "margin_distribution",
                () -> new MarginDistributionTable(lake).refresh(basis, tree),
                rollups.get("sku_supplier_day"));
        mart(
                "supplier_forecast",
                () -> new SupplierForecastTable(lake).refresh(basis),
                rollups.get("supplier_lane_day"));
        mart(
                "supplier_fulfilment",
                () -> new SupplierFulfilmentTable(lake).refresh(basis),
                rollups.get("parcel_outcome"));
        ofScores(basis);
        ofIntake(basis, tree);
    }

    private void ofScores(Basis basis) {
        mart(
                "supplier_score_component",
                () -> new ScoreComponentTable(lake, ScoreRules.of(System.getenv())).refresh(basis),
                marts.get("supplier_fulfilment"));
        mart(
                "supplier_score",
                () -> new SupplierScoreTable(lake, ScoreRules.of(System.getenv())).refresh(basis),
                marts.get("supplier_score_component"));
        mart(
                "alternative",
                () -> new AlternativeTable(lake).refresh(basis),
                marts.get("stock_watch"),
                marts.get("supplier_forecast"),
                marts.get("supplier_score"));
    }

    private void ofIntake(Basis basis, CategoryTree tree) {
        Demands demands = new Demands(lake, basis);
        mart(
                "intake_opportunity",
                () -> new OpportunityTable(lake).refresh(basis, tree, demands),
                marts.get("margin_distribution"),
                marts.get("supplier_forecast"),
                marts.get("stock_watch"));
        mart(
                "intake_candidate",
                () -> new CandidateTable(lake).refresh(basis, tree, demands),
                marts.get("intake_opportunity"));
        mart("intake_cohort", () -> new CohortTable(lake).refresh(basis));
        mart("delist", () -> new DelistTable(lake).refresh(basis, core.delivering("listing")), marts.get("listing"));
    }

    private void rollup(String name, Callable<RollupResult> job) {
        if (only != null) {
            rollups.put(name, CompletableFuture.completedFuture(RollupResult.unchanged(name)));
            return;
        }
        rollups.put(name, jobs.start("rollup." + name, () -> {
            Instant start = clock.instant();
            RollupResult result = job.call();
            log.rolledUp(runId, result, since(start));
            return result;
        }));
    }

    private void mart(String name, Callable<MartResult> job, CompletableFuture<?>... after) {
        if (only != null && !only.equals(name)) {
            marts.put(name, CompletableFuture.completedFuture(MartResult.unchanged(name)));
            return;
        }
        marts.put(
                name,
                jobs.start(
                        "mart." + name,
                        () -> {
                            Instant start = clock.instant();
                            MartResult result = attempt(name, job);
                            if (only == null) {
                                log.computed(runId, result, since(start));
                            }
                            return result;
                        },
                        after));
    }

    /** A mart that cannot be computed keeps its last good version, and the others are published. */
    private MartResult attempt(String mart, Callable<MartResult> job) throws Exception {
        try {
            return job.call();
        } catch (RuntimeException e) {
            log.failed(mart, e);
            return MartResult.failed(mart, String.valueOf(e.getMessage()));
        }
    }

    private MartResult reference(Basis basis, String mart) {
        return small(
                basis,
                mart,
                () -> ReferenceMarts.mart(
                        LakeTable.mart(Schemas.mart(mart)), small.current(mart), basis.marketplaces(), basis.runId()));
    }

    /** Written whenever anything was merged, for it says until when everything is known. */
    private MartResult small(Basis basis, String mart, Supplier<List<Record>> rows) {
        LakeTable definition = LakeTable.mart(Schemas.mart(mart));
        Notes now = Notes.NONE
                .with("core", coreVersions())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(lake.ensure(definition)).equals(now)) {
            return MartResult.unchanged(mart);
        }
        small.replace(rows.get(), definition, now);
        return MartResult.written(mart, List.of());
    }

    private String coreVersions() {
        StringBuilder versions = new StringBuilder();
        Schemas.entities()
                .forEach(entity -> versions.append(lake.find("core." + entity.name())
                                .map(Lake::version)
                                .orElse(0L))
                        .append(' '));
        return versions.append(lake.find("raw.dead_letter").map(Lake::version).orElse(0L))
                .toString();
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

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
