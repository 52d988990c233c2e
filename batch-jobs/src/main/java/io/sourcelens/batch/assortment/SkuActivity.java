/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static io.sourcelens.batch.lake.Columns.countIf;
import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered of a sku on the last 90 whole days, and who lists it.
 *
 * @param orderLines not cancelled
 * @param recentOrderLines of the last 60 days
 * @param seasonOrderLines of the 60 days to come, a year ago
 * @param contributionMinor null if a cost is not known
 * @param refundMinor null if cases are not known
 * @param firstSeen first sale or first listing that still stands; of a marketplace whose catalogue has dates not looked for
 */
record SkuActivity(
        long orderLines,
        long recentOrderLines,
        long seasonOrderLines,
        long allOrderLines,
        long settledOrderLines,
        long units,
        long saleRevenueMinor,
        @Nullable Long contributionMinor,
        @Nullable Long refundMinor,
        long listings,
        @Nullable LocalDate firstSeen) {
    static final int DAYS = 90;
    static final int DAYS_WITHOUT_ORDERS = 60;
    static final int YEAR_DAYS = 365;

    private static final String[] SKU = {"marketplace", "sku_id"};

    /** Of a sku that nobody ordered and nobody lists. */
    static SkuActivity none(boolean withCases) {
        return new SkuActivity(0, 0, 0, 0, 0, 0, 0, 0L, withCases ? 0L : null, 0, null);
    }

    long cancelledOrderLines() {
        return allOrderLines - orderLines;
    }

    /**
     * One row per sku that was ordered in these days or is listed.
     *
     * @param margins {@code mart.margin_sku_seller_day}
     * @param listings {@code mart.listing}
     */
    static Dataset<Row> summed(
            Dataset<Row> margins, Dataset<Row> listings, Catalogue catalogue, Marketplaces marketplaces) {
        Column age = marketplaces.value(one -> datediff(lit(one.unfinishedDay()), col("day")));
        Column recent = col("age").leq(DAYS);
        Column kept = col("order_lines").minus(col("cancelled_order_lines"));
        Column season = col("age").between(YEAR_DAYS - DAYS_WITHOUT_ORDERS + 1, YEAR_DAYS);
        // In terms of the day itself, so that the lake skips files.
        Column asked = marketplaces.condition(one -> {
            LocalDate end = one.unfinishedDay();
            LocalDate yearAgo = end.minusDays(YEAR_DAYS);
            Column past = col("day").lt(lit(end));
            return catalogue.hasDates(one)
                    ? past.and(col("day")
                            .geq(lit(end.minusDays(DAYS)))
                            .or(col("day")
                                    .geq(lit(yearAgo))
                                    .and(col("day").lt(lit(yearAgo.plusDays(DAYS_WITHOUT_ORDERS))))))
                    : past;
        });
        Dataset<Row> sales = margins.filter(asked)
                .withColumn("age", age)
                .groupBy(SKU[0], SKU[1])
                .agg(
                        sumIf(recent, kept).as("order_lines"),
                        sumIf(col("age").leq(DAYS_WITHOUT_ORDERS), kept).as("recent_order_lines"),
                        sumIf(season, kept).as("season_order_lines"),
                        sumIf(recent, col("order_lines")).as("all_order_lines"),
                        sumIf(recent, col("settled_order_lines")).as("settled_order_lines"),
                        sumIf(recent, col("units")).as("units"),
                        sumIf(recent, col("sale_revenue_minor")).as("sale_revenue_minor"),
                        knownSum(recent, "contribution_minor"),
                        knownSum(recent, "refund_minor"),
                        min(when(col("units").gt(0), col("day"))).as("first_sale"));
        Dataset<Row> listed = listings.groupBy(SKU[0], SKU[1])
                .agg(count(lit(1)).as("listings"), min("listed_at").as("first_listed_at"));
        return sales.join(listed, SKU, "full_outer").filter(marketplaces.condition(one -> lit(true)));
    }

    private static Column knownSum(Column condition, String part) {
        return when(
                        countIf(condition.and(col(part).isNull())).equalTo(0),
                        coalesce(sum(when(condition, col(part))), lit(0L)))
                .as(part);
    }

    static SkuActivity of(Row row, Marketplace marketplace, boolean withCases) {
        boolean isOrdered = row.getAs("order_lines") != null;
        SkuActivity none = none(withCases);
        Long listings = row.getAs("listings");
        return new SkuActivity(
                isOrdered ? row.<Long>getAs("order_lines") : 0,
                isOrdered ? row.<Long>getAs("recent_order_lines") : 0,
                isOrdered ? row.<Long>getAs("season_order_lines") : 0,
                isOrdered ? row.<Long>getAs("all_order_lines") : 0,
                isOrdered ? row.<Long>getAs("settled_order_lines") : 0,
                isOrdered ? row.<Long>getAs("units") : 0,
                isOrdered ? row.<Long>getAs("sale_revenue_minor") : 0,
                isOrdered ? row.getAs("contribution_minor") : none.contributionMinor(),
                isOrdered && withCases ? row.getAs("refund_minor") : none.refundMinor(),
                listings == null ? 0 : listings,
                firstSeen(row, marketplace));
    }

    private static @Nullable LocalDate firstSeen(Row row, Marketplace marketplace) {
        Date sale = row.getAs("first_sale");
        Timestamp listed = row.getAs("first_listed_at");
        LocalDate listedDay = listed == null ? null : marketplace.day(listed.toInstant());
        if (sale == null) {
            return listedDay;
        }
        LocalDate saleDay = sale.toLocalDate();
        return listedDay == null || saleDay.isBefore(listedDay) ? saleDay : listedDay;
    }
}
