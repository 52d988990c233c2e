/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import io.sourcelens.batch.ranking.DailyLists.Listed;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.sql.SparkSession;

/**
 * How long goods that begin to rise are trending before they are best sellers, and whether bursts of few accounts get
 * listed.
 */
public final class TrendingLead implements Calibration {
    private static final int FIRST_PLACES = 20;
    private static final int ALL_PLACES = 100;
    /** A burst weighs in the last week that a list is made of for so long. */
    private static final int BURST_WEIGHS_DAYS = 10;

    private final SparkSession spark;
    private final int skus;

    /** @param skus of which one in fifty rises, and one in fifty gets a burst */
    public TrendingLead(SparkSession spark, int skus) {
        this.spark = spark;
        this.skus = skus;
    }

    @Override
    public List<Finding> of(int seed) {
        PlantedOrders planted =
                new PlantedOrders(new RandomDataGenerator(new Well19937c(seed)), skus, skus / 50, skus / 50);
        try (DailyLists lists = new DailyLists(spark, planted.orders())) {
            Listed trending = lists.trending();
            Listed best = lists.bestSellers();
            List<Finding> findings = new ArrayList<>();
            findings.addAll(leads(planted, trending, best, FIRST_PLACES));
            findings.addAll(leads(planted, trending, best, ALL_PLACES));
            findings.addAll(bursts(planted, trending, best));
            return findings;
        }
    }

    /** Of rising goods that became best sellers in the judged days; what never trended had the lead of a day too late. */
    private static List<Finding> leads(PlantedOrders planted, Listed trending, Listed best, int places) {
        List<Integer> leads = new ArrayList<>();
        Share before = new Share();
        planted.risingSince().forEach((sku, since) -> {
            Integer sells = best.firstDay(sku, since, places);
            Integer trends = trending.firstDay(sku, since, places);
            if (sells != null) {
                int lead = trends == null ? -1 : sells - trends;
                leads.add(lead);
                before.add(lead > 0);
            }
        });
        leads.sort(null);
        String name = "rising goods, first %d, ".formatted(places);
        return List.of(
                Finding.stated(name + "that became best sellers", "", leads.size()),
                Finding.atLeast(name + "trending before by, median", "days", 1, leads.get(leads.size() / 2)),
                Finding.stated(name + "trending before", "%", before.percent()));
    }

    private static List<Finding> bursts(PlantedOrders planted, Listed trending, Listed best) {
        Share trends = new Share();
        Share sells = new Share();
        planted.burstAt().forEach((sku, at) -> {
            trends.add(trending.isListed(sku, at, at + BURST_WEIGHS_DAYS, ALL_PLACES));
            sells.add(best.isListed(sku, at, at + BURST_WEIGHS_DAYS, ALL_PLACES));
        });
        return List.of(
                Finding.stated("bursts of few accounts, in the best sellers", "%", sells.percent()),
                Finding.atMost("bursts of few accounts, in trending", "%", 0, trends.percent()));
    }
}
