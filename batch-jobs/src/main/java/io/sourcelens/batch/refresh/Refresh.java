/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.change.SupplierChangeTable;
import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.CoreTables.MergeResult;
import io.sourcelens.batch.distribution.MarginDistributionTable;
import io.sourcelens.batch.forecast.SupplierForecastTable;
import io.sourcelens.batch.fulfilment.SupplierFulfilmentTable;
import io.sourcelens.batch.intake.OpportunityTable;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.margin.MarginTable;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.parcel.StuckParcelTable;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.batch.ranking.BestSellersTable;
import io.sourcelens.batch.ranking.CategoryTree;
import io.sourcelens.batch.ranking.TrendingTable;
import io.sourcelens.batch.rollup.NewestOrders;
import io.sourcelens.batch.rollup.OrderLineDayTable;
import io.sourcelens.batch.rollup.ParcelOutcomeTable;
import io.sourcelens.batch.rollup.RollupResult;
import io.sourcelens.batch.rollup.SupplierCategoryDayTable;
import io.sourcelens.batch.rollup.SupplierLaneDayTable;
import io.sourcelens.batch.stock.ListingTable;
import io.sourcelens.batch.stock.StockWatchTable;
import io.sourcelens.batch.supplier.SupplierScorecardTable;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;

/**
 * One pass from the raw tables to what people read: core, rollups, marts, checks, publishing. Every step remembers what it
 * has seen in the table it writes, so a refresh that dies anywhere is simply run again.
 */
public final class Refresh {
    private static final int JOBS_AT_A_TIME = 4;
    /** Largest first, so that none of them is waited for at the end. */
    private static final List<String> LARGEST =
            List.of("order_line", "tracking_scan", "stock_level", "parcel", "order");

    private final Lake lake;
    private final SmallTables small;
    private final CoreTables core;
    private final Publisher publisher;
    private final Clock clock;
    private final RefreshLog log = new RefreshLog();
    private final RefreshRuns runs;
    private final MartsOfOthers others;

    public Refresh(Lake lake, Publisher publisher, Clock clock) {
        this.lake = lake;
        this.small = new SmallTables(lake);
        this.core = new CoreTables(lake);
        this.publisher = publisher;
        this.clock = clock;
        this.runs = new RefreshRuns(lake);
        this.others = new MartsOfOthers(lake);
    }

    /** Runs it. What cannot be computed or published is in the result, not thrown. */
    public RefreshResult run(String runId) {
        Instant start = clock.instant();
        try (SideBySide jobs = new SideBySide(lake.spark(), JOBS_AT_A_TIME)) {
            List<MergeResult> merged = merge(runId, jobs);
            long changes = merged.stream().mapToLong(MergeResult::changes).sum();
            Map<String, Long> inputs = inputs(merged);
            List<MartResult> marts = marts(runId, jobs);
            List<PublishedTable> published = versions(marts);
            if (published.isEmpty() && marts.stream().allMatch(mart -> mart.status() == Status.UNCHANGED)) {
                return done(new RefreshResult(runId, Status.UNCHANGED, since(start), changes, inputs, marts, Map.of()));
            }
            List<MartResult> outcome = publish(runId, marts, published);
            Map<String, Long> rows = new TreeMap<>();
            versions(outcome).forEach(table -> rows.put(table.mart(), table.rows()));
            RefreshResult result =
                    new RefreshResult(runId, worst(outcome), since(start), changes, inputs, outcome, rows);
            runs.remember(result, start, clock.instant());
            if (!rows.isEmpty()) {
                publisher.publish(runId, List.of(version("refresh_run")));
            }
            return done(result);
        }
    }

    private List<MergeResult> merge(String runId, SideBySide jobs) {
        List<Future<MergeResult>> merges = Schemas.entities().stream()
                .map(TableSchema::name)
                .sorted(Comparator.comparingInt(
                        name -> LARGEST.contains(name) ? LARGEST.indexOf(name) : LARGEST.size()))
                .map(name -> jobs.start("core." + name, () -> {
                    Instant start = clock.instant();
                    MergeResult result = core.refresh(Schemas.entity(name));
                    log.merged(runId, result, since(start));
                    return result;
                }))
                .toList();
        return SideBySide.all(merges);
    }

    private static Map<String, Long> inputs(List<MergeResult> merged) {
        Map<String, Long> inputs = new TreeMap<>();
        merged.forEach(one -> one.rawSnapshot().ifPresent(id -> inputs.put(one.entity(), id)));
        return inputs;
    }

    private List<MartResult> marts(String runId, SideBySide jobs) {
        Marketplaces marketplaces = Marketplaces.of(small.current("marketplace"));
        CategoryTree tree = CategoryTree.of(small.current("category"));
        OrderLineDayTable margins = OrderLineDayTable.skuSellerDay(lake, core);
        OrderLineDayTable linesOfSkus = OrderLineDayTable.skuSupplierDay(lake, core);
        SupplierCategoryDayTable suppliers = new SupplierCategoryDayTable(lake, core);
        Future<RollupResult> ofSuppliers =
                jobs.start("rollup.supplier", rolledUp(runId, () -> suppliers.refresh(marketplaces, tree)));
        Future<RollupResult> ofLanes = jobs.start(
                "rollup.lane", rolledUp(runId, () -> new SupplierLaneDayTable(lake, core).refresh(marketplaces)));
        Future<RollupResult> ofParcels = jobs.start(
                "rollup.parcel", rolledUp(runId, () -> new ParcelOutcomeTable(lake, core).refresh(marketplaces)));
        Future<RollupResult> ofMargins =
                jobs.start("rollup.margin", rolledUp(runId, () -> margins.refresh(marketplaces)));
        Future<RollupResult> ofLinesOfSkus =
                jobs.start("rollup.lines", rolledUp(runId, () -> linesOfSkus.refresh(marketplaces)));
        SideBySide.result(ofMargins);
        Basis basis = basis(runId, marketplaces);
        if (basis.marketplaces().all().isEmpty()) {
            SideBySide.result(ofSuppliers);
            SideBySide.result(ofLanes);
            SideBySide.result(ofParcels);
            SideBySide.result(ofLinesOfSkus);
            return List.of();
        }
        Map<String, Future<MartResult>> marts = new LinkedHashMap<>();
        start(jobs, basis, marts, "margin_sku_seller_day", () -> new MarginTable(lake).refresh(basis));
        start(jobs, basis, marts, "best_sellers", () -> new BestSellersTable(lake).refresh(basis, tree));
        start(
                jobs,
                basis,
                marts,
                "best_match_groups",
                () -> new BestSellersTable(lake).refreshMatchGroups(basis, tree));
        start(
                jobs,
                basis,
                marts,
                "trending",
                () -> new TrendingTable(lake).refresh(basis, tree, core.delivering("listing")));
        start(jobs, basis, marts, "stock_watch", () -> new StockWatchTable(lake).refresh(basis));
        start(jobs, basis, marts, "listing", () -> new ListingTable(lake).refresh(basis));
        start(jobs, basis, marts, "stuck_parcel", () -> new StuckParcelTable(lake).refresh(basis));
        SideBySide.result(ofLanes);
        start(jobs, basis, marts, "supplier_forecast", () -> new SupplierForecastTable(lake).refresh(basis));
        // The longest, so its mart comes last.
        SideBySide.result(ofSuppliers);
        start(
                jobs,
                basis,
                marts,
                "supplier_scorecard",
                () -> new SupplierScorecardTable(lake)
                        .refresh(basis, tree, () -> suppliers.dueToday(basis.marketplaces(), tree)));
        start(jobs, basis, marts, "supplier_change", () -> new SupplierChangeTable(lake).refresh(basis));
        SideBySide.result(ofParcels);
        start(jobs, basis, marts, "supplier_fulfilment", () -> new SupplierFulfilmentTable(lake).refresh(basis));
        SideBySide.result(ofLinesOfSkus);
        start(jobs, basis, marts, "margin_distribution", () -> new MarginDistributionTable(lake).refresh(basis, tree));
        start(jobs, basis, marts, "freshness", () -> small(basis, "freshness", () -> new Freshness(lake).mart(basis)));
        for (String reference : List.of("marketplace", "category")) {
            start(jobs, basis, marts, reference, () -> reference(basis, reference));
        }
        // It is made of these two.
        SideBySide.result(marts.get("margin_distribution"));
        SideBySide.result(marts.get("supplier_forecast"));
        start(jobs, basis, marts, "intake_opportunity", () -> new OpportunityTable(lake).refresh(basis, tree));
        return Stream.concat(SideBySide.all(new ArrayList<>(marts.values())).stream(), others.refresh().stream())
                .toList();
    }

    private Callable<RollupResult> rolledUp(String runId, Callable<RollupResult> job) {
        return () -> {
            Instant start = clock.instant();
            RollupResult result = job.call();
            log.rolledUp(runId, result, since(start));
            return result;
        };
    }

    private void start(
            SideBySide jobs,
            Basis basis,
            Map<String, Future<MartResult>> marts,
            String mart,
            Callable<MartResult> job) {
        marts.put(mart, jobs.start("mart." + mart, () -> {
            Instant start = clock.instant();
            MartResult result = attempt(mart, job);
            log.computed(basis.runId(), result, since(start));
            return result;
        }));
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

    private Basis basis(String runId, Marketplaces marketplaces) {
        Table rollup = lake.find("rollup.sku_seller_day").orElseThrow();
        return new Basis(
                runId,
                marketplaces.knownUntil(NewestOrders.of(rollup)),
                core.delivering("payment"),
                core.delivering("after_sale_case"),
                core.delivering("tracking_scan"));
    }

    private List<MartResult> publish(String runId, List<MartResult> marts, List<PublishedTable> versions) {
        try {
            publisher.publish(runId, versions);
            others.published();
            return marts;
        } catch (RuntimeException e) {
            log.failed("publish", e);
            return marts.stream()
                    .map(mart -> mart.status() == Status.PUBLISHED
                            ? MartResult.failed(mart.mart(), String.valueOf(e.getMessage()))
                            : mart)
                    .toList();
        }
    }

    private List<PublishedTable> versions(List<MartResult> marts) {
        return marts.stream()
                .filter(mart -> mart.status() == Status.PUBLISHED)
                .map(mart -> version(mart.mart()))
                .toList();
    }

    private PublishedTable version(String mart) {
        Table table = lake.find("mart." + mart).orElseThrow();
        return new PublishedTable(mart, table.location(), Lake.metadataFile(table), Lake.rowCount(table));
    }

    private static Status worst(List<MartResult> marts) {
        return marts.stream()
                .map(MartResult::status)
                .filter(status -> status != Status.UNCHANGED)
                .max(Comparator.naturalOrder())
                .orElse(Status.UNCHANGED);
    }

    private RefreshResult done(RefreshResult result) {
        log.done(result);
        return result;
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
