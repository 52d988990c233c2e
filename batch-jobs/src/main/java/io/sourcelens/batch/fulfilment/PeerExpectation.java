/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a supplier's parcels are expected to take, from other suppliers' parcels alone. */
final class PeerExpectation {
    /** As many as it takes to forget the supplier's own parcels where it ships half of all. */
    private static final int ROUNDS = 5;
    /** The product counts for so many parcels of the cell. */
    private static final double PRODUCT_PARCELS = 5;
    /** Fewer of others on the lane, or with the carrier in the week, are no norm. */
    private static final long LEAST_OF_OTHERS = 5;

    private final PeerNorm norm;
    private final Margins byLane;
    private final Margins byWeek;
    private final Map<String, Margins> own = new TreeMap<>();
    private final Map<String, Double> laneEffects = new TreeMap<>();
    private final Map<String, Double> weekEffects = new TreeMap<>();

    /**
     * @param byLane of others, lanes of this supplier
     * @param byWeek of others, carriers and weeks of this supplier
     */
    PeerExpectation(PeerNorm norm, Collection<Cell> cells, Margins byLane, Margins byWeek) {
        this.norm = norm;
        this.byLane = byLane;
        this.byWeek = byWeek;
        byLane.sums()
                .keySet()
                .forEach(lane -> own.put(
                        lane,
                        Margins.of(
                                cells.stream()
                                        .filter(cell -> cell.lane().equals(lane))
                                        .toList(),
                                Cell::carrierWeek,
                                cell -> 1)));
        byWeek.sums().keySet().forEach(week -> weekEffects.put(week, norm.weekEffect(week)));
        for (int round = 0; round < ROUNDS; round++) {
            byLane.sums().keySet().forEach(lane -> laneEffects.put(lane, laneEffect(lane)));
            byWeek.sums().keySet().forEach(week -> weekEffects.put(week, weekEffect(week)));
        }
    }

    /** Effects of other margins than the supplier's stay what they are. */
    private double laneEffect(String lane) {
        double moved = 0;
        for (Map.Entry<String, Double> week : weekEffects.entrySet()) {
            moved += others(lane, week.getKey()).parcels() * (week.getValue() - norm.weekEffect(week.getKey()));
        }
        Margins.Sums sums = byLane.of(lane);
        return new Margins.Sums(sums.parcels(), sums.total(), sums.weight() + moved).effect();
    }

    private double weekEffect(String carrierWeek) {
        double moved = 0;
        for (Map.Entry<String, Double> lane : laneEffects.entrySet()) {
            moved += others(lane.getKey(), carrierWeek).parcels() * (lane.getValue() - norm.laneEffect(lane.getKey()));
        }
        Margins.Sums sums = byWeek.of(carrierWeek);
        return new Margins.Sums(sums.parcels(), sums.total(), sums.weight() + moved).effect();
    }

    private Margins.Sums others(String lane, String carrierWeek) {
        return norm.cell(lane, carrierWeek).minus(own.get(lane).of(carrierWeek));
    }

    /** @param judged some or all of the supplier's cells */
    PeerDifference difference(Collection<Cell> judged) {
        List<PeerDifference.Compared> compared = new ArrayList<>();
        for (Cell cell : judged) {
            boolean hasNorm = byLane.of(cell.lane()).parcels() >= LEAST_OF_OTHERS
                    && byWeek.of(cell.carrierWeek()).parcels() >= LEAST_OF_OTHERS;
            if (hasNorm) {
                compared.add(new PeerDifference.Compared(cell, expected(cell)));
            }
        }
        return PeerDifference.of(compared);
    }

    private double expected(Cell cell) {
        Margins.Sums others = others(cell.lane(), cell.carrierWeek());
        double product = Math.min(norm.most(), laneEffects.get(cell.lane()) * weekEffects.get(cell.carrierWeek()));
        return (others.total() + PRODUCT_PARCELS * product) / (others.parcels() + PRODUCT_PARCELS);
    }
}
