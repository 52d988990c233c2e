/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Beta;
import org.jspecify.annotations.Nullable;

/**
 * How likely chance alone makes as much of a sku's orders of eight weeks fall into the last one, if the sku followed its
 * category: the conditional test of two Poisson rates (Przyborowski and Wilenski, "Homogeneity of results in testing samples
 * from Poisson series", Biometrika 31, 1940). What the other skus of the category ordered stands for the exposure, so that a
 * festival of all is no surprise in one.
 *
 * <p>Orders of a sku come in waves even where nothing changed. How much is taken from the seven weeks before: the moment
 * estimate of the Dirichlet-multinomial correlation ρ (Mosimann, "On the compound multinomial distribution", Biometrika 49,
 * 1962), and counts are divided by the effect {@code 1 + (n − 1) ρ}, as the field does for clusters (Rao and Scott, 1992).
 */
final class Surprise {
    /** How many orders of its marketplace a category's share is drawn towards. */
    private static final double PRIOR_ORDERS = 100;

    private static final int WEEKS_BEFORE = OrderSignals.WEEKS - 1;

    private final Function<String, @Nullable String> categoryOf;
    private final long[] marketplace = new long[OrderSignals.DAYS];
    private final Map<String, long[]> categories = new HashMap<>();
    private final double correlation;

    /** @param categoryOf the category of a sku, null if it is not known */
    Surprise(DailyOrders orders, Function<String, @Nullable String> categoryOf) {
        this.categoryOf = categoryOf;
        for (int sku = 0; sku < orders.skus().size(); sku++) {
            int[] back = orders.lastDays(sku, OrderSignals.DAYS);
            add(back, marketplace);
            String category = categoryOf.apply(orders.skus().get(sku));
            if (category != null) {
                add(back, categories.computeIfAbsent(category, any -> new long[OrderSignals.DAYS]));
            }
        }
        this.correlation = correlation(orders, marketplace);
    }

    private static void add(int[] days, long[] sum) {
        for (int k = 0; k < days.length; k++) {
            sum[k] += days[k];
        }
    }

    /** Of the weeks before the last, of skus that were on sale in all of them. */
    private static double correlation(DailyOrders orders, long[] marketplace) {
        double[] shares = IntStream.rangeClosed(1, WEEKS_BEFORE)
                .mapToDouble(week -> week(marketplace, week))
                .toArray();
        double all = Arrays.stream(shares).sum();
        if (Arrays.stream(shares).anyMatch(share -> share == 0)) {
            return 0;
        }
        double excess = 0;
        double perCorrelation = 0;
        for (int sku = 0; sku < orders.skus().size(); sku++) {
            long[] back = new long[OrderSignals.DAYS];
            add(orders.lastDays(sku, OrderSignals.DAYS), back);
            double ordered = IntStream.rangeClosed(1, WEEKS_BEFORE)
                    .mapToDouble(week -> week(back, week))
                    .sum();
            if (week(back, WEEKS_BEFORE) == 0 || ordered < 2) {
                continue;
            }
            for (int week = 1; week <= WEEKS_BEFORE; week++) {
                double usual = ordered * shares[week - 1] / all;
                excess += Math.pow(week(back, week) - usual, 2) / usual;
            }
            excess -= WEEKS_BEFORE - 1;
            perCorrelation += (WEEKS_BEFORE - 1) * (ordered - 1);
        }
        return perCorrelation == 0 ? 0 : Math.min(1, Math.max(0, excess / perCorrelation));
    }

    private static double week(long[] days, int week) {
        return Arrays.stream(days, 7 * week, 7 * (week + 1)).sum();
    }

    /**
     * The p-value of one side: small where more was ordered in the last week than chance makes likely.
     *
     * @param repeated those of its orders that are beyond one of each buyer, by day, the last day first: they count for nothing
     * @return null if it was first ordered in the last week, was sold out in all of it or in all days before, or nothing
     *     else was ordered in one of them: there is nothing to compare with
     */
    @Nullable
    Double pValue(Trend trend, double[] repeated) {
        int[] own = trend.byDay();
        double share = usualShare(trend);
        // Not a number where nothing was ordered at all.
        if (trend.daysOnSale() <= 7 || !(share > 0 && share < 1)) {
            return null;
        }
        double all = counted(own, repeated, trend.daysOnSale());
        double effect = 1 + Math.max(0, all - 1) * correlation;
        double lastWeek = counted(own, repeated, 7) / effect;
        return lastWeek <= 0 ? 1 : Beta.regularizedBeta(share, lastWeek, all / effect - lastWeek + 1);
    }

    private static double counted(int[] own, double[] repeated, int days) {
        return IntStream.range(0, days).mapToDouble(k -> own[k] - repeated[k]).sum();
    }

    /** What share of the orders that others got since the sku's first one, while it could be ordered, they got in the last week. */
    private double usualShare(Trend sku) {
        double ofMarketplace = others(marketplace, sku, 7) / others(marketplace, sku, sku.daysOnSale());
        long[] category = categories.get(categoryOf.apply(sku.skuId()));
        return category == null
                ? ofMarketplace
                : (others(category, sku, 7) + PRIOR_ORDERS * ofMarketplace)
                        / (others(category, sku, sku.daysOnSale()) + PRIOR_ORDERS);
    }

    private static double others(long[] all, Trend sku, int days) {
        return IntStream.range(0, days)
                .mapToDouble(k -> (all[k] - sku.byDay()[k]) * (1 - sku.soldOut()[k]))
                .sum();
    }
}
