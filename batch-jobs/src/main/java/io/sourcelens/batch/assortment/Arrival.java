/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A sku that was brought in, on a marketplace day. */
record Arrival(String marketplace, String skuId, LocalDate day) {
    /** Weeks of arrival that are looked at. */
    private static final int WEEKS = 26;
    /** A sku that is first sold so soon after the first order of all may have been there long before. */
    private static final int DAYS_TO_TELL_NEW_FROM_OLD = 28;

    /** Monday of its week. */
    LocalDate week() {
        return monday(day);
    }

    /**
     * Arrivals of the last 26 weeks that are over, where the orders since are known: by the catalogue, or by first sales
     * where the catalogue of a marketplace says of no sku when it entered.
     *
     * @param firstSales marketplace, sku_id, day
     */
    static List<Arrival> all(Catalogue catalogue, Marketplaces marketplaces, List<Row> firstSales) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Marketplace one : marketplaces.all()) {
            if (catalogue.hasDates(one)) {
                catalogue.of(one).stream()
                        .filter(sku -> sku.arrived() != null)
                        .map(sku -> new Arrival(one.id(), sku.skuId(), sku.arrived()))
                        .filter(arrival -> arrival.isWithin(one, catalogue.firstDay(one)))
                        .forEach(arrivals::add);
            }
        }
        for (Row row : firstSales) {
            Marketplace one = marketplaces.find(row.getString(0)).orElseThrow();
            Arrival arrival =
                    new Arrival(one.id(), row.getString(1), row.getDate(2).toLocalDate());
            if (arrival.isWithin(one, catalogue.firstDay(one).plusDays(DAYS_TO_TELL_NEW_FROM_OLD))) {
                arrivals.add(arrival);
            }
        }
        return arrivals;
    }

    private boolean isWithin(Marketplace one, LocalDate first) {
        LocalDate thisWeek = monday(one.unfinishedDay());
        return !week().isBefore(first) && !week().isBefore(thisWeek.minusWeeks(WEEKS)) && week().isBefore(thisWeek);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Marketplace, sku_id, day of the first sale, where the catalogue says of no sku when it entered. */
    static List<Row> firstSales(Dataset<Row> margins, Catalogue catalogue, Marketplaces marketplaces) {
        Set<String> without = new HashSet<>();
        marketplaces.all().stream().filter(one -> !catalogue.hasDates(one)).forEach(one -> without.add(one.id()));
        return without.isEmpty()
                ? List.of()
                : margins.filter(col("marketplace")
                                .isin(without.toArray())
                                .and(col("units").gt(0)))
                        .groupBy("marketplace", "sku_id")
                        .agg(min("day").as("day"))
                        .collectAsList();
    }
}
