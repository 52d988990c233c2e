/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What parcels of a lane, carrier and week take on average, from other suppliers' parcels alone.
 *
 * <p>A cell seldom holds many parcels of others, so it is drawn towards a product of an effect of its lane and one of its
 * carrier and week, fitted to the margins by iterative proportional fitting (W. E. Deming, F. F. Stephan, Ann. Math. Statist.
 * 11 (1940), 427–444). For each supplier both effects are taken anew without its own parcels.
 */
final class PeerNorm {
    private static final int ROUNDS = 20;
    /** The product counts for so many parcels of the cell. */
    private static final double PRODUCT_PARCELS = 5;
    /** Fewer of others on the lane, or with the carrier in the week, are no norm. */
    private static final long LEAST_OF_OTHERS = 5;

    private static final Sums NONE = new Sums(0, 0, 0);

    private final double most;
    private final Map<String, Sums> lanes;
    private final Map<String, Sums> weeks;
    private final Map<List<String>, Sums> cells = new HashMap<>();
    private final Map<String, Double> laneEffects = new HashMap<>();
    private final Map<String, Double> weekEffects = new HashMap<>();

    /** @param weight parcels, each weighted by the effect of the other margin */
    private record Sums(long parcels, double total, double weight) {
        Sums plus(Cell cell, double effect) {
            return new Sums(parcels + cell.parcels(), total + cell.total(), weight + effect * cell.parcels());
        }

        Sums minus(Sums own) {
            return new Sums(parcels - own.parcels, total - own.total, weight - own.weight);
        }

        double effect() {
            return weight > 0 ? Math.max(0, total) / weight : 0;
        }
    }

    /**
     * @param all cells of every supplier, in one order, so that sums are the same
     * @param most of one parcel: 1 for shares
     */
    PeerNorm(Collection<Cell> all, double most) {
        this.most = most;
        all.forEach(cell -> {
            weekEffects.put(cell.carrierWeek(), 1.0);
            cells.merge(key(cell), NONE.plus(cell, 1), (one, more) -> one.plus(cell, 1));
        });
        for (int round = 0; round < ROUNDS; round++) {
            sums(all, Cell::lane, this::weekEffect).forEach((lane, sums) -> laneEffects.put(lane, sums.effect()));
            sums(all, Cell::carrierWeek, this::laneEffect)
                    .forEach((week, sums) -> weekEffects.put(week, sums.effect()));
        }
        lanes = sums(all, Cell::lane, this::weekEffect);
        weeks = sums(all, Cell::carrierWeek, this::laneEffect);
    }

    private static List<String> key(Cell cell) {
        return List.of(cell.lane(), cell.carrierWeek());
    }

    private double weekEffect(Cell cell) {
        return weekEffects.getOrDefault(cell.carrierWeek(), 0.0);
    }

    private double laneEffect(Cell cell) {
        return laneEffects.getOrDefault(cell.lane(), 0.0);
    }

    private static Map<String, Sums> sums(
            Collection<Cell> cells, Function<Cell, String> margin, Function<Cell, Double> otherEffect) {
        Map<String, Sums> sums = new TreeMap<>();
        cells.forEach(cell -> sums.put(
                margin.apply(cell), sums.getOrDefault(margin.apply(cell), NONE).plus(cell, otherEffect.apply(cell))));
        return sums;
    }

    /**
     * Compares a supplier's cells with what others' parcels say.
     *
     * @param judged cells of the window, some or all of its own
     * @param own every cell of the supplier that the norm was made of
     */
    PeerDifference difference(Collection<Cell> judged, Collection<Cell> own) {
        Map<String, Sums> ownLanes = sums(own, Cell::lane, this::weekEffect);
        Map<String, Sums> ownWeeks = sums(own, Cell::carrierWeek, this::laneEffect);
        Map<List<String>, Sums> ownCells = new HashMap<>();
        own.forEach(cell -> ownCells.merge(key(cell), NONE.plus(cell, 1), (one, more) -> one.plus(cell, 1)));
        List<PeerDifference.Compared> compared = new ArrayList<>();
        for (Cell cell : judged) {
            Sums lane = lanes.get(cell.lane()).minus(ownLanes.getOrDefault(cell.lane(), NONE));
            Sums week = weeks.get(cell.carrierWeek()).minus(ownWeeks.getOrDefault(cell.carrierWeek(), NONE));
            if (lane.parcels() >= LEAST_OF_OTHERS && week.parcels() >= LEAST_OF_OTHERS) {
                Sums others = cells.get(key(cell)).minus(ownCells.getOrDefault(key(cell), NONE));
                double product = Math.min(most, lane.effect() * week.effect());
                compared.add(new PeerDifference.Compared(
                        cell, (others.total() + PRODUCT_PARCELS * product) / (others.parcels() + PRODUCT_PARCELS)));
            }
        }
        return PeerDifference.of(compared);
    }
}
