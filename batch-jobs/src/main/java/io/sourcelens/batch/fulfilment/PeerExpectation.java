/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static java.util.stream.Collectors.groupingBy;

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
    private final Map<String, Effect> lanes = new TreeMap<>();
    private final Map<String, Effect> weeks = new TreeMap<>();
    private final Map<String, Margins> own = new TreeMap<>();

    /** An effect without the supplier's own parcels. */
    private static final class Effect {
        private final Margins.Sums others;
        private final double ofAll;
        private double ofOthers;
        private double moved;

        Effect(Margins.Sums others, double ofAll) {
            this.others = others;
            this.ofAll = ofAll;
            this.ofOthers = ofAll;
        }

        void fit() {
            ofOthers = new Margins.Sums(others.parcels(), others.total(), others.weight() + moved).effect();
            moved = 0;
        }

        boolean isNorm() {
            return others.parcels() >= LEAST_OF_OTHERS;
        }
    }

    /** Others' parcels of a lane, carrier and week of the supplier. */
    private record Shared(Effect lane, Effect week, long parcels) {
        void moveLane() {
            lane.moved += parcels * (week.ofOthers - week.ofAll);
        }

        void moveWeek() {
            week.moved += parcels * (lane.ofOthers - lane.ofAll);
        }
    }

    /**
     * Fits the effects of the supplier's lanes and weeks again; those of others stay what they are.
     *
     * @param cells every cell of the supplier
     * @param byLane of others, lanes of this supplier
     * @param byWeek of others, carriers and weeks of this supplier
     */
    PeerExpectation(PeerNorm norm, Collection<Cell> cells, Margins byLane, Margins byWeek) {
        this.norm = norm;
        cells.stream()
                .collect(groupingBy(Cell::lane))
                .forEach((lane, ofLane) -> own.put(lane, Margins.of(ofLane, Cell::carrierWeek, cell -> 1)));
        byLane.sums().forEach((lane, others) -> lanes.put(lane, new Effect(others, norm.laneEffect(lane))));
        byWeek.sums().forEach((week, others) -> weeks.put(week, new Effect(others, norm.weekEffect(week))));
        List<Shared> shared = shared();
        for (int round = 0; round < ROUNDS; round++) {
            shared.forEach(Shared::moveLane);
            lanes.values().forEach(Effect::fit);
            shared.forEach(Shared::moveWeek);
            weeks.values().forEach(Effect::fit);
        }
    }

    private List<Shared> shared() {
        List<Shared> shared = new ArrayList<>();
        lanes.forEach((lane, ofLane) -> weeks.forEach((week, ofWeek) -> {
            long parcels = others(lane, week).parcels();
            if (parcels > 0) {
                shared.add(new Shared(ofLane, ofWeek, parcels));
            }
        }));
        return shared;
    }

    private Margins.Sums others(String lane, String carrierWeek) {
        return norm.cell(lane, carrierWeek).minus(own.get(lane).of(carrierWeek));
    }

    /** @param judged some or all of the supplier's cells */
    PeerDifference difference(Collection<Cell> judged) {
        List<PeerDifference.Compared> compared = judged.stream()
                .filter(cell -> lanes.get(cell.lane()).isNorm()
                        && weeks.get(cell.carrierWeek()).isNorm())
                .map(cell -> new PeerDifference.Compared(cell, expected(cell)))
                .toList();
        return PeerDifference.of(compared, norm.most() == 1);
    }

    private double expected(Cell cell) {
        Margins.Sums others = others(cell.lane(), cell.carrierWeek());
        double product =
                Math.min(norm.most(), lanes.get(cell.lane()).ofOthers * weeks.get(cell.carrierWeek()).ofOthers);
        return (others.total() + PRODUCT_PARCELS * product) / (others.parcels() + PRODUCT_PARCELS);
    }
}
