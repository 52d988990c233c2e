/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.ingestion.marketplace.CancelReason;
import io.sourcelens.ingestion.marketplace.CaseKind;
import io.sourcelens.ingestion.marketplace.CaseReason;
import io.sourcelens.ingestion.marketplace.LineStatus;
import io.sourcelens.ingestion.marketplace.Order;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.OrderMode;
import io.sourcelens.ingestion.marketplace.OrderStatus;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.Payment;
import io.sourcelens.ingestion.marketplace.ScanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    private static final Instant ORDERED = Instant.parse("2026-11-01T02:00:00Z");
    private static final Instant PROMISED = ORDERED.plus(Duration.ofHours(48));

    @Test
    void aDeliveredParcelCompletesItsOrder() {
        OrderState order = at(90, dispatched(10), scanned(12), delivered(80));
        assertThat(order.order().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.parcels()).extracting(Parcel::deliveredAt).containsExactly(after(80));
        assertThat(order.scans()).hasSize(1);
        assertThat(order.pending()).isEmpty();
    }

    @Test
    void whatIsStillToComeWaits() {
        OrderState order = at(11, dispatched(10), scanned(12), delivered(80));
        assertThat(order.order().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(order.scans()).isEmpty();
        assertThat(order.pending()).containsExactly(scanned(12), delivered(80));
    }

    @Test
    void theLastLineCancelsParcelAndOrderAndLeavesThePaymentFee() {
        OrderState order = at(90, new Event.LineCancelled(after(5), 1, 1, 1, CancelReason.NO_STOCK));
        assertThat(order.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.parcels()).extracting(Parcel::cancelledAt).containsExactly(after(5));
        assertThat(order.lines()).extracting(OrderLine::cancelReason).containsExactly(CancelReason.NO_STOCK);
        assertThat(Contribution.of(order)).isEqualTo(new Contribution(0, 0, 0, 0, 12, 0, 0, 0, -12));
    }

    @Test
    void theContributionHasAllItsParts() {
        OrderState order = at(400, delivered(80), opened(100));
        assertThat(Contribution.of(order)).isEqualTo(new Contribution(6_000, 3_400, 600, 180, 12, 100, 500, 40, 1_168));
    }

    @Test
    void aCaseStaysOpenUntilItCloses() {
        OrderState order = at(110, delivered(80), opened(100));
        assertThat(order.cases()).extracting(opened -> opened.closedAt()).containsOnlyNulls();
        assertThat(order.pending()).containsExactly(new Event.CaseClosed(after(148), 1));
    }

    @Test
    void aParcelNeverScannedCountsAsLate() {
        assertThat(count(at(90, dispatched(10)))).isEqualTo(new SupplierCounts(9, 1, 1, 1, 1, 0));
    }

    @Test
    void aParcelIsLateByItsFirstScanAndNotByTheSuppliersWord() {
        assertThat(count(at(90, dispatched(10), scanned(49)))).isEqualTo(new SupplierCounts(9, 1, 1, 0, 1, 0));
        assertThat(count(at(90, dispatched(10), scanned(48)))).isEqualTo(new SupplierCounts(9, 1, 0, 0, 1, 0));
    }

    @Test
    void aDefectCountsForItsSupplier() {
        assertThat(count(at(400, scanned(12), delivered(80), opened(100))))
                .isEqualTo(new SupplierCounts(9, 1, 0, 0, 1, 1));
    }

    @Test
    void aWindowHoldsOnlyWhatWasDueOnItsDaysAndBeforeTheNewestOrder() {
        Ledger ledger = new Ledger();
        ledger.add(at(90, scanned(49)));
        assertThat(ledger.suppliersInWindow(30)).containsExactly(new SupplierCounts(9, 0, 0, 0, 1, 0));
        assertThat(ledger.asOf()).isEqualTo(ORDERED);
    }

    private static SupplierCounts count(OrderState order) {
        Ledger ledger = new Ledger();
        ledger.add(order);
        return ledger.suppliers(PROMISED.plusSeconds(1)).iterator().next();
    }

    private static OrderState at(int hours, Event... events) {
        Order order = new Order(1, 5, "5-1", OrderMode.DROPSHIP, OrderStatus.PLACED, "浙江", ORDERED);
        OrderLine line = new OrderLine(
                1,
                1,
                1,
                5,
                "5-1",
                3,
                9,
                1,
                OrderMode.DROPSHIP,
                2,
                3_000,
                1_700,
                600,
                180,
                100,
                20,
                LineStatus.ACTIVE,
                null,
                null,
                ORDERED);
        Parcel parcel = new Parcel(
                1, 1, 9, "中通", "广东", "浙江", ORDERED, PROMISED, PROMISED.plus(Duration.ofDays(3)), null, null, null);
        OrderPlan plan = new OrderPlan(
                order, List.of(line), new Payment(1, 1, 2_000, 12, ORDERED), List.of(parcel), List.of(events));
        return OrderState.at(plan, after(hours), new Ids());
    }

    private static Event dispatched(int hours) {
        return new Event.ParcelDispatched(after(hours), 1, 1);
    }

    private static Event scanned(int hours) {
        return new Event.ParcelScanned(after(hours), 1, ScanKind.PICKED_UP, "广东");
    }

    private static Event delivered(int hours) {
        return new Event.ParcelDelivered(after(hours), 1, 1);
    }

    private static Event opened(int hours) {
        return new Event.CaseOpened(
                after(hours), 1, CaseKind.REFUND, CaseReason.QUALITY, 500, 0, 40, after(hours + 48));
    }

    private static Instant after(int hours) {
        return ORDERED.plus(Duration.ofHours(hours));
    }
}
