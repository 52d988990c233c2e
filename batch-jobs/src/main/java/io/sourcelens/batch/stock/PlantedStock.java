/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import io.sourcelens.batch.stock.StockHistory.SkuDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up marketplace whose stock does not follow the forecast's assumptions: orders come in weekly seasons, share good
 * and bad days, take several units at once and drift from week to week; some suppliers refill in time, some late, some count
 * their stock once a week, and some say nothing until they are out.
 */
final class PlantedStock {
    static final int FORETOLD_DAYS = 7;

    private static final int PARTS_OF_DAY = 4;
    private static final double[] WEEKDAYS = {0.8, 0.8, 0.9, 1, 1.2, 1.3, 1};
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private final SplittableRandom random;
    private final int days = StockHistory.DAYS_READ + FORETOLD_DAYS + 1;
    private final double[] daysOfAll = new double[days];

    private PlantedStock(long seed) {
        random = new SplittableRandom(seed);
        for (int day = 0; day < days; day++) {
            daysOfAll[day] = WEEKDAYS[day % 7] * Math.exp(0.2 * random.nextGaussian());
        }
    }

    static StockHistory of(long seed, int skus) {
        PlantedStock world = new PlantedStock(seed);
        List<SkuStock> stocks = new ArrayList<>();
        List<SkuDetails> details = new ArrayList<>();
        for (int sku = 0; sku < skus; sku++) {
            stocks.add(world.sku(sku));
            details.add(new SkuDetails("supplier" + sku % 40, "category" + sku % 6, null, null));
        }
        return new StockHistory(FIRST_DAY, stocks, details);
    }

    private SkuStock sku(int number) {
        SkuStock stock = new SkuStock("sku%04d".formatted(number), days);
        double perDay = Math.exp(0.2 + 1.1 * random.nextGaussian());
        int kind = number % 4;
        int full = 1 + (int) (perDay * (8 + random.nextInt(20)));
        int units = 1 + random.nextInt(full);
        int refillIn = -1;
        for (int day = 0; day < days; day++) {
            perDay *= day % 7 == 0 ? Math.exp(0.25 * random.nextGaussian()) : 1;
            int before = units;
            int first = -1;
            int lowest = units;
            int raised = 0;
            double shown = 0;
            double firstShare = 0;
            for (int part = 0; part < PARTS_OF_DAY; part++) {
                int old = units;
                if (refillIn == 0) {
                    units = full;
                }
                refillIn--;
                if (kind == 3 && units > 0 && random.nextDouble() < 0.005) {
                    units = 0;
                    refillIn = 6 + random.nextInt(12);
                }
                if (units > 0) {
                    int ordered = demand(perDay * daysOfAll[day] / PARTS_OF_DAY);
                    stock.ordered(day, ordered, ordered, 0, 0);
                    units = Math.max(0, units - ordered);
                }
                if (units <= full / 4 && refillIn < 0) {
                    // In time; late; late; only when all is gone.
                    int late = kind == 0 ? 2 : kind == 1 ? 8 + random.nextInt(20) : 4 + random.nextInt(8);
                    refillIn = kind == 3 && units > 0 ? refillIn : late;
                }
                if (units != old || day == 0 && part == 0) {
                    if (first < 0) {
                        first = units;
                        firstShare = (double) part / PARTS_OF_DAY;
                        shown = 0;
                    }
                    raised += units > old && old != before ? 1 : 0;
                }
                lowest = Math.min(lowest, units);
                shown += first >= 0 && units > 0 ? 1.0 / PARTS_OF_DAY : 0;
            }
            if (first >= 0) {
                Instant at = FIRST_DAY
                        .plusDays(day)
                        .atStartOfDay(java.time.ZoneOffset.UTC)
                        .toInstant();
                stock.shown(
                        day,
                        new SkuStock.Levels(
                                first,
                                Math.min(lowest, first),
                                units,
                                firstShare,
                                shown,
                                raised,
                                at.plus(Duration.ofHours(23))));
            }
        }
        return stock.complete();
    }

    /** Units of some orders, each of 1 to 4. */
    private int demand(double expected) {
        int units = 0;
        double product = random.nextDouble();
        double least = Math.exp(-expected / 1.75);
        while (product > least) {
            units += random.nextDouble() < 0.6 ? 1 : 2 + random.nextInt(3);
            product *= random.nextDouble();
        }
        return units;
    }
}
