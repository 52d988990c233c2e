/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.calibration.Calibration;
import io.sourcelens.batch.calibration.Finding;
import io.sourcelens.batch.calibration.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Whether suppliers are charged with a carrier's bad week. Hours are lognormal, with a level of each lane, carrier and week
 * that no product of two effects knows; in the bad week the carrier takes 1.75 times as long, and some suppliers ship most of
 * what they ship just then. No supplier's parcels take longer than others' on the same way at the same time.
 */
public final class CarrierWeeks implements Calibration {
    private static final int WEEKS = 12;
    private static final int LANES = 10;
    private static final int CARRIERS = 3;
    private static final int BAD_WEEK = 5;
    private static final double BAD_PACE = 1.75;
    private static final int UNLUCKY = 5;

    private final int suppliers;

    /** @param suppliers of whom five ship in the bad week */
    public CarrierWeeks(int suppliers) {
        this.suppliers = suppliers;
    }

    /** A supplier's cells, and how long they would take in usual weeks. */
    private static final class Shipped {
        private final Map<String, Cell> cells = new TreeMap<>();
        private double usualHours;
        private long parcels;

        void add(Way way, double hours) {
            String week = "carrier %d week %d".formatted(way.carrier(), way.week());
            cells.merge(
                    way.lane() + " " + week,
                    new Cell("lane " + way.lane(), week, 1, hours),
                    (all, one) -> new Cell(all.lane(), week, all.parcels() + 1, all.total() + hours));
            usualHours += way.usual();
            parcels++;
        }

        double usual() {
            return usualHours / parcels;
        }
    }

    private record Way(int lane, int carrier, int week) {
        double usual() {
            return (30 + 4 * lane) * (1 + 0.1 * carrier);
        }

        boolean isBad() {
            return carrier == 0 && week == BAD_WEEK;
        }
    }

    @Override
    public List<Finding> of(int seed) {
        List<Shipped> all = shipped(new RandomDataGenerator(new Well19937c(seed)));
        PeerNorm norm = new PeerNorm(
                all.stream().flatMap(one -> one.cells.values().stream()).toList(), Double.MAX_VALUE);
        double added = 0;
        double charged = 0;
        Share held = new Share();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            Collection<Cell> own = all.get(supplier).cells.values();
            PeerDifference difference = norm.without(own).difference(own);
            Estimate estimate = difference.estimate();
            held.add(estimate.low() <= 0 && 0 <= estimate.high());
            if (isUnlucky(supplier)) {
                added += (difference.observed() - all.get(supplier).usual()) / UNLUCKY;
                charged += estimate.value() / UNLUCKY;
            }
        }
        return List.of(
                Finding.stated("carrier's bad week, added to who ships then", "hours", added),
                Finding.atMost(
                        "carrier's bad week, of these charged to them", "%", 10, 100 * Math.abs(charged) / added),
                Finding.atLeast("against peers, intervals that hold no difference", "%", 88, held.percent()));
    }

    private static boolean isUnlucky(int supplier) {
        return supplier < UNLUCKY;
    }

    private List<Shipped> shipped(RandomDataGenerator random) {
        Map<Way, Double> paces = paces(random);
        List<Shipped> all = new ArrayList<>();
        for (int supplier = 0; supplier < suppliers; supplier++) {
            Shipped shipped = new Shipped();
            int carrier = isUnlucky(supplier) ? 0 : supplier % CARRIERS;
            for (int lane = 0; lane < LANES; lane++) {
                for (int week = 0; week < WEEKS; week++) {
                    Way way = new Way(lane, carrier, week);
                    int more = isUnlucky(supplier) && way.isBad() ? 12 : 0;
                    for (int parcel = random.nextInt(0, 2) + more; parcel > 0; parcel--) {
                        double hours = way.usual() * paces.get(way) * Math.exp(random.nextGaussian(-0.03, 0.25));
                        shipped.add(way, hours);
                    }
                }
            }
            all.add(shipped);
        }
        return all;
    }

    private static Map<Way, Double> paces(RandomDataGenerator random) {
        Map<Way, Double> paces = new HashMap<>();
        for (int lane = 0; lane < LANES; lane++) {
            for (int carrier = 0; carrier < CARRIERS; carrier++) {
                for (int week = 0; week < WEEKS; week++) {
                    Way way = new Way(lane, carrier, week);
                    paces.put(way, Math.exp(random.nextGaussian(0, 0.05)) * (way.isBad() ? BAD_PACE : 1));
                }
            }
        }
        return paces;
    }
}
