/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * {@code mart.supplier_scorecard}: counts and shrunk rates per supplier, first-level category and window. Parcels are
 * counted by the day their dispatch was promised for, lines by the day they were ordered.
 */
public final class SupplierScorecard {
    /** Days of the longest window. */
    public static final int LONGEST_WINDOW_DAYS = SupplierCounts.LONGEST;

    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_scorecard"));

    private final Marketplaces marketplaces;
    private final Map<String, Map<String, String>> names;
    private final Set<String> withScans;
    private final Set<String> withCases;
    private final Map<String, ReportingLag> lags;
    private final String runId;

    /**
     * @param names of suppliers, by marketplace and supplier
     * @param withScans marketplaces that deliver carrier scans; late dispatch of the others is not known
     * @param withCases marketplaces that deliver after-sale cases; defects of the others are not known
     * @param lags how late defects are reported, by marketplace; what the others' will be is not known
     */
    public SupplierScorecard(
            Marketplaces marketplaces,
            Map<String, Map<String, String>> names,
            Set<String> withScans,
            Set<String> withCases,
            Map<String, ReportingLag> lags,
            String runId) {
        this.marketplaces = marketplaces;
        this.names = names;
        this.withScans = withScans;
        this.withCases = withCases;
        this.lags = lags;
        this.runId = runId;
    }

    /** Days of the rollup that the scorecards are made of. */
    public static Column daysRead(Marketplaces marketplaces) {
        return SupplierCounts.daysRead(marketplaces);
    }

    /**
     * Scores suppliers.
     *
     * @param rollup {@code rollup.supplier_category_day}, at least of {@link #daysRead}
     * @param dueToday its columns of today's parcels alone, of which only those due before as_of are counted
     * @param settledOnEdge columns marketplace, supplier_id, category_id, day, settled_lines: settled lines of the day
     *     that is settled in part
     */
    public List<Record> mart(Dataset<Row> rollup, Dataset<Row> dueToday, Dataset<Row> settledOnEdge) {
        return rows(
                SupplierCounts.collect(SupplierCounts.windows(rollup, dueToday, settledOnEdge, marketplaces, lags)));
    }

    List<Record> rows(List<SupplierCount> counts) {
        List<Record> rows = new ArrayList<>();
        // In one order, so that sums of the fit are the same whatever the order of arrival.
        counts.stream()
                .sorted(comparing(SupplierCount::supplierId))
                .collect(groupingBy(SupplierCount::peers, LinkedHashMap::new, toList()))
                .values()
                .forEach(peers -> {
                    ClusteredRates lateness =
                            ClusteredRates.of(peers, SupplierCount::parcels, SupplierCount::lateDispatch);
                    ClusteredRates defects = ClusteredRates.of(peers, SupplierCount::lines, SupplierCount::defects);
                    ClusteredRates expected =
                            ClusteredRates.of(peers, SupplierCount::lines, SupplierCount::defectsOfReported);
                    peers.forEach(count -> rows.add(row(count, lateness, defects, expected)));
                });
        return rows;
    }

    private Record row(
            SupplierCount count, ClusteredRates lateness, ClusteredRates defects, ClusteredRates ofReported) {
        Marketplace marketplace = marketplaces.find(count.marketplace()).orElseThrow();
        boolean scanned = withScans.contains(count.marketplace()) && count.parcelsDue() > 0;
        boolean reported = withCases.contains(count.marketplace()) && count.orderLines() > 0;
        BetaPrior.@Nullable Estimate late = scanned ? lateness.estimate(count) : null;
        BetaPrior.@Nullable Estimate defect = reported ? defects.estimate(count) : null;
        boolean foretold = reported && lags.containsKey(count.marketplace());
        BetaPrior.@Nullable Estimate expected = foretold ? ofReported.estimate(count) : null;
        return SmallTables.row(
                TABLE,
                count.marketplace(),
                count.supplierId(),
                names.getOrDefault(count.marketplace(), Map.of()).get(count.supplierId()),
                count.categoryId(),
                count.windowDays(),
                count.parcelsDue(),
                count.parcelsLate(),
                count.parcelsNotScanned(),
                late == null ? null : count.lateDispatch().rate(),
                late == null ? null : late.mean(),
                late == null ? null : late.low(),
                late == null ? null : late.high(),
                count.orderLines(),
                count.defectLines(),
                defect == null ? null : count.defects().rate(),
                defect == null ? null : defect.mean(),
                defect == null ? null : defect.low(),
                defect == null ? null : defect.high(),
                count.maturity(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId,
                foretold ? count.reported() : null,
                expected == null ? null : expected.mean(),
                expected == null ? null : expected.low(),
                expected == null ? null : expected.high());
    }
}
