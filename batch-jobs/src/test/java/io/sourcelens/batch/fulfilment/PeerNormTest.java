/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PeerNormTest {
    private final Random random = new Random(7);
    private final Map<Integer, Map<String, Cell>> suppliers = new TreeMap<>();

    /** Lognormal hours; a slow supplier's parcels always take a fifth longer. */
    private void ship(int supplier, int lane, int carrier, int week, double pace, int parcels) {
        String carrierWeek = "carrier %d week %d".formatted(carrier, week);
        double usual = (30 + 4 * lane) * (1 + 0.1 * carrier) * pace;
        for (int i = 0; i < parcels; i++) {
            double hours = usual * Math.exp(0.25 * random.nextGaussian() - 0.25 * 0.25 / 2);
            suppliers
                    .computeIfAbsent(supplier, any -> new TreeMap<>())
                    .merge(
                            lane + " " + carrierWeek,
                            new Cell("lane " + lane, carrierWeek, 1, hours),
                            (one, more) ->
                                    new Cell(one.lane(), one.carrierWeek(), one.parcels() + 1, one.total() + hours));
        }
    }

    private void shipAll(int count, int slowSupplier) {
        for (int supplier = 0; supplier < count; supplier++) {
            for (int week = 0; week < 12; week++) {
                for (int lane = 0; lane < 10; lane++) {
                    ship(supplier, lane, supplier % 3, week, supplier == slowSupplier ? 1.2 : 1, random.nextInt(3));
                }
            }
        }
    }

    private PeerNorm norm() {
        return new PeerNorm(
                suppliers.values().stream()
                        .flatMap(cells -> cells.values().stream())
                        .toList(),
                Double.MAX_VALUE);
    }

    private PeerDifference difference(PeerNorm norm, int supplier) {
        Collection<Cell> own = suppliers.get(supplier).values();
        return norm.without(own).difference(own);
    }

    @Test
    void aCarriersBadWeekIsNotChargedToSuppliersThatShippedMostOfItThen() {
        assertThat(new CarrierWeeks(120).of(1))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }

    @Test
    void aSlowSupplierIsFoundAndItsPeersAreNotCharged() {
        shipAll(60, 9);
        PeerNorm norm = norm();

        PeerDifference slow = difference(norm, 9);

        assertThat(slow.estimate().low()).isPositive();
        assertThat(slow.estimate().value() / slow.expected()).isCloseTo(0.2, within(0.05));
        assertThat(difference(norm, 12).estimate().low()).isNegative();
    }

    @Test
    void aSuppliersOwnParcelsAreNoPartOfItsNorm() {
        Cell own = new Cell("lane", "week", 10, 1_000);
        Cell others = new Cell("lane", "week", 20, 400);

        PeerDifference difference = new PeerNorm(List.of(own, others), Double.MAX_VALUE)
                .without(List.of(own))
                .difference(List.of(own));

        assertThat(difference.observed()).isEqualTo(100);
        assertThat(difference.expected()).isCloseTo(20, within(1e-9));
        assertThat(difference.estimate()).isEqualTo(new Estimate(80.0, null, null));
    }

    @Test
    void whereNobodyElseShipsThereIsNoNorm() {
        Cell own = new Cell("lane", "week", 10, 1_000);
        Cell elsewhere = new Cell("other lane", "week", 20, 400);

        PeerDifference difference = new PeerNorm(List.of(own, elsewhere), Double.MAX_VALUE)
                .without(List.of(own))
                .difference(List.of(own));

        assertThat(difference.parcels()).isZero();
        assertThat(difference.estimate()).isEqualTo(Estimate.UNKNOWN);
    }

    @Test
    void aShareOnTimeIsWhatIsLeftOfTheShareTooSlow() {
        List<Cell> own = new ArrayList<>(List.of(new Cell("a", "1", 10, 4), new Cell("b", "2", 10, 2)));
        List<Cell> all = new ArrayList<>(List.of(new Cell("a", "1", 90, 9), new Cell("b", "2", 90, 9)));
        all.addAll(own);

        PeerDifference onTime =
                new PeerNorm(all, 1).without(own).difference(own).ofTheRest();

        assertThat(onTime.observed()).isCloseTo(0.7, within(1e-9));
        assertThat(onTime.events()).isEqualTo(14);
        assertThat(onTime.estimate().value()).isCloseTo(-0.2, within(0.01));
        assertThat(onTime.estimate().low()).isLessThan(onTime.estimate().high());
    }

    @Test
    void aFewParcelsThatWereAllOnTimeProveNothing() {
        List<Cell> own = List.of(new Cell("a", "1", 3, 0), new Cell("b", "2", 2, 0));
        List<Cell> all = new ArrayList<>(List.of(new Cell("a", "1", 90, 18), new Cell("b", "2", 90, 18)));
        all.addAll(own);

        PeerDifference onTime =
                new PeerNorm(all, 1).without(own).difference(own).ofTheRest();

        assertThat(onTime.observed()).isEqualTo(1);
        assertThat(onTime.estimate().low()).isNegative();
    }
}
