/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.rollup.SkuSellerDay;
import io.sourcelens.batch.rollup.SkuStockDay;
import io.sourcelens.batch.rollup.SupplierCategoryDay;
import io.sourcelens.batch.stock.Shortages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What was known of one marketplace at the first instant of a day: nothing ordered since, no cancellation, payment or case
 * since. Names and categories are those of now, for the lake does not keep older ones.
 *
 * @param cancels whether the marketplace delivers cancelled lines
 */
record AsKnownAt(LakeAtStart lake, Marketplace marketplace, LocalDate origin, boolean cancels) {
    private Instant instant() {
        return marketplace.start(origin);
    }

    /** The marketplace alone, known until the last instant before the origin: the day before is today. */
    Marketplaces marketplaces() {
        return new Marketplaces(List.of(marketplace))
                .knownUntil(Map.of(marketplace.id(), instant().minus(1, ChronoUnit.MICROS)));
    }

    /**
     * {@code rollup.sku_seller_day} of the last days before the origin. Where lines are cancelled it is rolled up again from
     * the lines as they were then, by the code that always does.
     */
    Dataset<Row> rollup(int days) {
        LocalDate first = origin.minusDays(days);
        if (!cancels) {
            return ofMarketplace("rollup.sku_seller_day")
                    .filter(col("day").geq(lit(first)).and(col("day").lt(lit(origin))));
        }
        return SkuSellerDay.rollup(lines(days), before("payment", "paid_at"), cases(), marketplaces());
    }

    /** Of the last days before the origin. */
    Shortages shortages(int days) {
        return Shortages.collect(
                SkuStockDay.over(ofMarketplace("rollup.sku_stock_day"), marketplaces(), days), marketplaces(), days);
    }

    /** {@code core.order_line} of the last days before the origin. */
    Dataset<Row> lines(int days) {
        Column cancelledSince =
                col("status").equalTo("cancelled").and(col("cancelled_at").geq(lit(instant())));
        return before("order_line", "ordered_at")
                .filter(col("ordered_at").geq(lit(marketplace.start(origin.minusDays(days)))))
                .withColumn("status", when(cancelledSince, lit("active")).otherwise(col("status")));
    }

    /** {@code core.after_sale_case} of the marketplace. */
    Dataset<Row> cases() {
        return before("after_sale_case", "opened_at");
    }

    /** {@code rollup.parcel_outcome} of the parcels that were there; nothing became of them since. */
    Dataset<Row> parcelOutcomes() {
        Dataset<Row> outcomes =
                ofMarketplace("rollup.parcel_outcome").filter(col("created_at").lt(lit(instant())));
        for (String since : List.of("dispatched_at", "first_scanned_at", "arrived_at", "cancelled_at")) {
            outcomes = outcomes.withColumn(since, when(col(since).lt(lit(instant())), col(since)));
        }
        return outcomes;
    }

    /**
     * Columns of {@code rollup.supplier_category_day} that are of parcels, of days before the origin: whether these are late is
     * known from then on.
     */
    Dataset<Row> supplierParcelDays() {
        return ofMarketplace("rollup.supplier_category_day")
                .filter(col("day").lt(lit(origin)))
                .select(
                        "marketplace",
                        "supplier_id",
                        "category_id",
                        "day",
                        "parcels_due",
                        "parcels_late",
                        "parcels_not_scanned");
    }

    /** Columns of {@code rollup.supplier_category_day} that are of lines, of the last days before the origin. */
    Dataset<Row> supplierLineDays(int days) {
        return SupplierCategoryDay.lines(SupplierCategoryDay.judgedLines(
                lines(days), cases(), lake.categories().firstLevels(skus()), marketplaces()));
    }

    /** {@code core.listing} of the marketplace. */
    Dataset<Row> listings() {
        return before("listing", "listed_at");
    }

    /** {@code core.sku} of the marketplace. */
    Dataset<Row> skus() {
        return ofMarketplace("core.sku");
    }

    private Dataset<Row> before(String entity, String eventTime) {
        return ofMarketplace("core." + entity).filter(col(eventTime).lt(lit(instant())));
    }

    private Dataset<Row> ofMarketplace(String table) {
        return lake.read(table).filter(col("marketplace").equalTo(marketplace.id()));
    }
}
