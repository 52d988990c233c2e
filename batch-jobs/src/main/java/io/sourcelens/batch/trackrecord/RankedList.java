/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.ranking.BestSellers;
import io.sourcelens.batch.ranking.Trending;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** A list that is published, made by its own code from what was known then. */
@FunctionalInterface
interface RankedList {
    /** Skus by rank. */
    List<String> skus(AsKnownAt known);

    /** The overall best sellers by units of 7 days: the list that is shown unless another is asked for. */
    static List<String> bestSellers(AsKnownAt known) {
        return ranked(BestSellers.mart(
                        known.rollup(BestSellers.DAYS_READ),
                        known.skus(),
                        known.lake().categoryPaths(),
                        known.marketplaces(),
                        "backtest")
                .filter("category_id = 'all' AND window_days = 7 AND ranked_by = 'units'"));
    }

    /** What was expected to sell more than usual, of all categories. */
    static List<String> trending(AsKnownAt known) {
        Trending trending = new Trending(known.marketplaces(), known.lake().categories(), Set.of(), "backtest");
        return trending
                .mart(
                        known.rollup(Trending.DAYS_READ),
                        known.shortages(Trending.EVIDENCE_DAYS_READ),
                        known.lines(Trending.EVIDENCE_DAYS_READ),
                        known.listings(),
                        known.skus())
                .stream()
                .filter(row -> row.getField("category_id").equals("all"))
                .sorted(Comparator.comparingInt(row -> (Integer) row.getField("rank")))
                .map(row -> (String) row.getField("sku_id"))
                .toList();
    }

    private static List<String> ranked(Dataset<Row> list) {
        return list.orderBy("rank").select("sku_id").as(Encoders.STRING()).collectAsList();
    }
}
