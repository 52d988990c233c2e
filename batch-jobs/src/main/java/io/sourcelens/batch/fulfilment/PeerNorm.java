/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What parcels of a lane, carrier and week take on average.
 *
 * <p>A cell seldom holds many parcels, so there is a product of an effect of its lane and one of its carrier and week, fitted
 * to the margins by iterative proportional fitting: W. E. Deming and F. F. Stephan, Ann. Math. Statist. 11 (1940), 427–444.
 */
final class PeerNorm {
    private static final int ROUNDS = 20;

    private final double most;
    private final Map<String, Margins> lanes;
    private final Map<String, Double> laneEffects = new HashMap<>();
    private final Map<String, Double> weekEffects = new HashMap<>();
    private final Margins byLane;
    private final Margins byWeek;

    /**
     * @param all cells of every supplier, in one order, so that sums are the same
     * @param most of one parcel: 1 for shares
     */
    PeerNorm(Collection<Cell> all, double most) {
        this.most = most;
        all.forEach(cell -> weekEffects.put(cell.carrierWeek(), 1.0));
        for (int round = 0; round < ROUNDS; round++) {
            byLane(all).sums().forEach((lane, sums) -> laneEffects.put(lane, sums.effect()));
            byWeek(all).sums().forEach((week, sums) -> weekEffects.put(week, sums.effect()));
        }
        byLane = byLane(all);
        byWeek = byWeek(all);
        lanes = new HashMap<>();
        all.stream()
                .collect(groupingBy(Cell::lane))
                .forEach((lane, cells) -> lanes.put(lane, Margins.of(cells, Cell::carrierWeek, cell -> 1)));
    }

    Margins byLane(Collection<Cell> cells) {
        return Margins.of(cells, Cell::lane, cell -> weekEffect(cell.carrierWeek()));
    }

    Margins byWeek(Collection<Cell> cells) {
        return Margins.of(cells, Cell::carrierWeek, cell -> laneEffect(cell.lane()));
    }

    double laneEffect(String lane) {
        return laneEffects.getOrDefault(lane, 0.0);
    }

    double weekEffect(String carrierWeek) {
        return weekEffects.getOrDefault(carrierWeek, 0.0);
    }

    Margins.Sums cell(String lane, String carrierWeek) {
        return lanes.get(lane).of(carrierWeek);
    }

    double most() {
        return most;
    }

    /** The norm from other suppliers' parcels alone. @param own every cell of the supplier that this norm was made of */
    PeerExpectation without(Collection<Cell> own) {
        return new PeerExpectation(this, own, byLane.minus(byLane(own)), byWeek.minus(byWeek(own)));
    }
}
