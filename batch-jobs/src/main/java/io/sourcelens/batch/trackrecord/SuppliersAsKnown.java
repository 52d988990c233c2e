/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.forecast.DefectCounts;
import io.sourcelens.batch.fulfilment.SupplierFulfilmentTable;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.score.ScoreRules;
import io.sourcelens.batch.score.Tiers;
import io.sourcelens.batch.supplier.DefectReports;
import io.sourcelens.batch.supplier.ReportingLag;
import io.sourcelens.batch.supplier.SupplierScorecard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was known of suppliers at an origin, and what would have been published of them the day before. */
final class SuppliersAsKnown implements AutoCloseable {
    /** Of the window that switch advice goes by as well. */
    private static final int WINDOW_DAYS = SupplierScorecard.LONGEST_WINDOW_DAYS;

    private static final String NO_RUN = "backtest";

    private final AsKnownAt known;
    private final ScoreRules rules;
    private final Marketplaces then;
    private final Marketplace marketplace;
    private final Dataset<Row> lineDays;
    private final Map<String, ReportingLag> lags;

    /** @param days before the origin that are looked at */
    SuppliersAsKnown(AsKnownAt known, int days, ScoreRules rules) {
        this.rules = rules;
        this.known = known;
        this.then = known.marketplaces();
        this.marketplace = then.all().get(0);
        this.lineDays = known.supplierLineDays(days).persist();
        this.lags = DefectReports.lags(known.lines(days), known.cases(), then);
    }

    /** Empty where it was not known how late defects are reported. */
    Optional<DefectCounts> defects() {
        return Optional.ofNullable(lags.get(marketplace.id())).map(lag -> new DefectCounts(lineDays, marketplace, lag));
    }

    /** By supplier: computed by the code that publishes them. */
    Map<String, String> tiers() {
        Dataset<Row> outcomes = known.parcelOutcomes();
        boolean scanned = !outcomes.filter(col("first_scanned_at").isNotNull()).isEmpty();
        return Tiers.of(
                scorecards(scanned),
                SupplierFulfilmentTable.rows(outcomes, lineDays, marketplace, Map.of(), scanned, NO_RUN),
                WINDOW_DAYS,
                rules);
    }

    private List<Record> scorecards(boolean scanned) {
        Set<String> its = Set.of(marketplace.id());
        LocalDate edge = marketplace.day(marketplace.settledUntil());
        Dataset<Row> parcelDays = known.supplierParcelDays();
        Dataset<Row> settledOnEdge = lineDays.filter(col("day").equalTo(lit(edge)))
                .select(
                        col("marketplace"),
                        col("supplier_id"),
                        col("category_id"),
                        col("day"),
                        col("order_lines").as("settled_lines"));
        return new SupplierScorecard(
                        then,
                        Map.of(),
                        scanned ? its : Set.of(),
                        known.cases().isEmpty() ? Set.of() : its,
                        lags,
                        NO_RUN)
                .mart(
                        parcelDays.unionByName(lineDays, true),
                        parcelDays.filter(col("day").equalTo(lit(marketplace.today()))),
                        settledOnEdge);
    }

    @Override
    public void close() {
        lineDays.unpersist();
    }
}
