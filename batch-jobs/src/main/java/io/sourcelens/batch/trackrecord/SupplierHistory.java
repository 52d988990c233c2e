/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.forecast.DefectCounts;
import io.sourcelens.batch.forecast.LaneCounts;
import io.sourcelens.batch.forecast.Periods;
import io.sourcelens.batch.forecast.Target;
import io.sourcelens.batch.forecast.TrialCount;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.score.ScoreRules;
import io.sourcelens.batch.supplier.ReportingLag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What suppliers of one marketplace did, as it is known now and as it was known at an origin. A parcel's outcome is final once its
 * promise has passed, so counts of earlier days are what was known then. Defects are reported later: what was known of them is
 * counted again from the lines and cases of then, by the code that always does.
 *
 * @param rules of tiers: those of now
 */
record SupplierHistory(LakeAtStart lake, Marketplace marketplace, ScoreRules rules) {
    /** First day that a parcel was promised for; of an order, where none was promised. */
    Optional<LocalDate> firstDay() {
        return Stream.of(parcelDays(), lineDays())
                .map(days -> days.agg(min("day")).head())
                .filter(row -> !row.isNullAt(0))
                .findFirst()
                .map(row -> row.getDate(0).toLocalDate());
    }

    LaneCounts parcels() {
        return new LaneCounts(parcelDays());
    }

    SuppliersAsKnown knownAt(LocalDate origin, int horizonDays) {
        return new SuppliersAsKnown(
                new AsKnownAt(lake, marketplace, origin, true), Periods.evidenceDays(horizonDays), rules);
    }

    /** Whether everything that will be reported of lines of the horizon is reported by now. */
    boolean isSettled(LocalDate origin, int horizonDays) {
        return !origin.plusDays(horizonDays).isAfter(marketplace.day(marketplace.settledUntil()));
    }

    /** Lines of a horizon that is settled. */
    Map<Target, List<TrialCount>> defectsOf(Periods horizon, ReportingLag lag) {
        return new DefectCounts(lineDays(), marketplace, lag).collect(horizon);
    }

    private Dataset<Row> parcelDays() {
        return ofMarketplace("rollup.supplier_lane_day");
    }

    private Dataset<Row> lineDays() {
        return ofMarketplace("rollup.supplier_category_day")
                .filter(col("order_lines").gt(0));
    }

    private Dataset<Row> ofMarketplace(String table) {
        return lake.read(table).filter(col("marketplace").equalTo(marketplace.id()));
    }
}
