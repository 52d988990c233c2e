/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * Orders of a made-up marketplace: levels over orders of magnitude that drift, weekdays, good and bad days of all, scattered
 * counts. Some goods begin to rise, each at its own time and pace; some get a burst of orders from two or three accounts.
 */
final class PlantedOrders {
    /** Days that are known before the first one that is judged. */
    static final int DAYS_BEFORE = 70;

    static final int JUDGED_DAYS = 28;

    private static final int DAYS = DAYS_BEFORE + JUDGED_DAYS;
    private static final double[] WEEKDAYS = {0.8, 0.8, 0.9, 1, 1.2, 1.3, 1};
    private static final int BUYERS = 5_000;
    private static final double MOST_RISE = 60;
    private static final int BURST_DAYS = 3;

    private final RandomDataGenerator random;
    private final double[] daysOfAll = new double[DAYS];
    private final List<Order> orders = new ArrayList<>();
    private final Map<String, Integer> risingSince = new TreeMap<>();
    private final Map<String, Integer> burstAt = new TreeMap<>();

    /** @param day 0 is the first one */
    record Order(String skuId, int day, String orderId, String buyerId, int units) {}

    PlantedOrders(RandomDataGenerator random, int skus, int rising, int bursts) {
        this.random = random;
        for (int day = 0; day < DAYS; day++) {
            daysOfAll[day] = WEEKDAYS[day % 7] * Math.exp(random.nextGaussian(0, 0.15));
        }
        for (int number = 0; number < skus; number++) {
            String sku = "sku%04d".formatted(number);
            if (number < rising) {
                risingSince.put(sku, random.nextInt(DAYS_BEFORE, DAYS_BEFORE + JUDGED_DAYS / 4));
            } else if (number < rising + bursts) {
                burstAt.put(sku, random.nextInt(DAYS_BEFORE, DAYS - BURST_DAYS));
            }
            sell(sku);
        }
    }

    List<Order> orders() {
        return orders;
    }

    /** Day on which each of the rising goods began to. */
    Map<String, Integer> risingSince() {
        return risingSince;
    }

    /** First day of each burst. */
    Map<String, Integer> burstAt() {
        return burstAt;
    }

    private void sell(String sku) {
        boolean isPlanted = risingSince.containsKey(sku) || burstAt.containsKey(sku);
        double level = Math.exp(random.nextGaussian(-0.7, isPlanted ? 0.3 : 1.2));
        double doublingDays = random.nextUniform(2.5, 5);
        for (int day = 0; day < DAYS; day++) {
            level *= Math.exp(random.nextGaussian(0, 0.04));
            int since = day - risingSince.getOrDefault(sku, DAYS);
            double rise = since < 0 ? 1 : Math.min(MOST_RISE, Math.pow(2, since / doublingDays));
            double mean = level * rise * daysOfAll[day] * random.nextGamma(4, 0.25);
            long count = mean > 0 ? random.nextPoisson(mean) : 0;
            for (int order = 0; order < count; order++) {
                add(sku, day, "b" + random.nextInt(0, BUYERS));
            }
            burst(sku, day);
        }
    }

    private void burst(String sku, int day) {
        int since = day - burstAt.getOrDefault(sku, DAYS);
        if (since >= 0 && since < BURST_DAYS) {
            int count = random.nextInt(10, 25);
            for (int order = 0; order < count; order++) {
                add(sku, day, sku + "-" + order % 3);
            }
        }
    }

    private void add(String sku, int day, String buyer) {
        orders.add(new Order(sku, day, "o" + orders.size(), buyer, random.nextInt(1, 3)));
    }
}
