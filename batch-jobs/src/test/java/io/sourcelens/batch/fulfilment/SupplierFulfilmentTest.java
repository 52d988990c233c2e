/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupplierFulfilmentTest {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_fulfilment"));
    private static final long HOUR = 3_600_000_000L;
    private static final Instant AS_OF = Instant.parse("2026-03-10T04:00:00Z");
    private static final long NOW = AS_OF.toEpochMilli() * 1_000;
    private static final int TODAY = (int) java.time.LocalDate.of(2026, 3, 10).toEpochDay();
    private static final Marketplace MARKETPLACE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, AS_OF);

    private final SupplierFulfilment fulfilment = new SupplierFulfilment(MARKETPLACE);

    /** Promised for 48 hours after the order, and for delivery 72 hours after that. */
    private static Parcel parcel(
            int hoursAgo,
            @Nullable Double labelled,
            @Nullable Double scanned,
            @Nullable Double arrived,
            @Nullable Double cancelled) {
        long created = NOW - hoursAgo * HOUR;
        return new Parcel(
                TODAY - (hoursAgo - 48) / 24,
                TODAY - hoursAgo / 24,
                created,
                created + 48 * HOUR,
                created + 120 * HOUR,
                after(created, labelled),
                after(created, scanned),
                after(created, arrived),
                after(created, cancelled),
                "carrier",
                "here",
                "there");
    }

    private static @Nullable Long after(long created, @Nullable Double hours) {
        return hours == null ? null : created + Math.round(hours * HOUR);
    }

    private Record row(String supplier, Measure measure) {
        return row(supplier, measure, true);
    }

    private Record row(String supplier, Measure measure, boolean scanned) {
        return new FulfilmentRows(TABLE, MARKETPLACE, Map.of("f", "Factory"), scanned, "run")
                .rows(fulfilment.figures()).stream()
                        .filter(row -> row.getField("supplier_id").equals(supplier))
                        .filter(row -> row.getField("measure").equals(measure.column()))
                        .filter(row -> row.getField("window_days").equals(30))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whatHappenedAfterAsOfWasStillUnderWayThen() {
        fulfilment.add(
                "f",
                List.of(
                        parcel(100, 9.0, 10.0, 60.0, null),
                        parcel(100, 9.0, 30.0, 130.0, null),
                        parcel(100, null, 101.0, null, null),
                        parcel(100, null, null, null, 5.0)));

        Record dispatch = row("f", Measure.DISPATCHED_WITHIN_24_HOURS);
        assertThat(List.of("evidence", "events", "censored", "cancelled"))
                .extracting(dispatch::getField)
                .containsExactly(4L, 2L, 1L, 1L);
        assertThat((Double) dispatch.getField("estimate")).isEqualTo(0.25);
        assertThat(dispatch.getField("maturity")).isEqualTo(0.75);
        assertThat(dispatch.getField("supplier_name")).isEqualTo("Factory");
        Record transit = row("f", Measure.TRANSIT_HOURS_MEDIAN);
        assertThat(transit.getField("estimate")).isEqualTo(50.0);
        assertThat(transit.getField("censored")).isEqualTo(1L);
    }

    @Test
    void aQuantileThatIsNotReachedIsNullAndNeverTheLargestObserved() {
        fulfilment.add("f", List.of(parcel(100, 9.0, 10.0, null, null), parcel(90, 9.0, null, null, null)));

        Record median = row("f", Measure.TRANSIT_HOURS_MEDIAN);
        assertThat(median.getField("estimate")).isNull();
        assertThat(median.getField("reason")).isEqualTo("no_tracking");
        assertThat(row("f", Measure.DISPATCH_HOURS_P90).getField("estimate")).isNull();
        assertThat(row("f", Measure.DISPATCH_HOURS_P90).getField("reason")).isEqualTo("not_reached");
    }

    @Test
    void aTrackingIsJudgedOnceItHadFortyEightHours() {
        fulfilment.add(
                "f",
                List.of(
                        parcel(200, 10.0, 58.0, null, null),
                        parcel(200, 10.0, 58.1, null, null),
                        parcel(200, 10.0, 9.0, null, null),
                        parcel(200, 10.0, null, null, null),
                        parcel(60, 30.0, 31.0, null, null)));
        fulfilment.add("g", List.of(parcel(200, 10.0, 20.0, null, null)));

        Record tracking = row("f", Measure.VALID_TRACKING);
        assertThat(tracking.getField("evidence")).isEqualTo(4L);
        assertThat(tracking.getField("observed")).isEqualTo(0.5);
        assertThat(tracking.getField("maturity")).isEqualTo(0.8);
        assertThat((Double) tracking.getField("estimate"))
                .isBetween((Double) tracking.getField("estimate_low"), (Double) tracking.getField("estimate_high"));
        assertThat(row("f", Measure.LABEL_TO_SCAN_HOURS_MEDIAN).getField("estimate"))
                .isEqualTo(48.0);
    }

    @Test
    void whatAMarketplaceDoesNotDeliverIsNullWithTheReason() {
        Parcel bare = new Parcel(
                TODAY - 5, TODAY - 5, NOW - 120 * HOUR, null, null, null, null, null, null, null, null, null);
        fulfilment.add("f", List.of(bare));
        fulfilment.add(new LineCount("f", "all", 30, 10, 0, 0, 0));

        assertThat(row("f", Measure.DISPATCHED_WITHIN_48_HOURS, false).getField("reason"))
                .isEqualTo("no_tracking");
        assertThat(row("f", Measure.DELIVERED_BY_PROMISE, false).getField("reason"))
                .isEqualTo("no_promise");
        assertThat(row("f", Measure.VALID_TRACKING).getField("reason")).isEqualTo("no_dispatch");
        assertThat(row("f", Measure.TRANSIT_HOURS_AGAINST_PEERS).getField("reason"))
                .isEqualTo("no_lane");
        assertThat(row("f", Measure.NO_STOCK_CANCEL).getField("reason")).isEqualTo("no_cancel_reason");
        assertThat(fulfilment.figures()).hasSize(2 * 12 + 2);
        assertThat(new FulfilmentRows(TABLE, MARKETPLACE, Map.of(), false, "run").rows(fulfilment.figures()))
                .allSatisfy(row -> assertThat(row.getField("estimate")).isNull())
                .allSatisfy(row -> assertThat(row.getField("observed")).isNull());
    }

    @Test
    void cancellationsForLackOfStockAreShrunkTowardsTheCategory() {
        fulfilment.add(new LineCount("f", "all", 30, 5, 5, 0, 0));
        fulfilment.add(new LineCount("g", "all", 30, 1_000, 20, 900, 0));
        fulfilment.add(new LineCount("h", "all", 30, 1_000, 60, 900, 9));

        Record few = row("f", Measure.NO_STOCK_CANCEL);
        assertThat(few.getField("observed")).isEqualTo(1.0);
        assertThat((Double) few.getField("estimate")).isLessThan(0.95);
        Record shown = row("f", Measure.NO_STOCK_CANCEL_ALTHOUGH_SHOWN);
        assertThat(shown.getField("estimate")).isNull();
        assertThat(shown.getField("reason")).isEqualTo("no_evidence");
        assertThat(row("g", Measure.NO_STOCK_CANCEL_ALTHOUGH_SHOWN).getField("observed"))
                .isEqualTo(0.0);
    }

    @Test
    void thirtyPercentUndeliveredMoveLatenessByLessThanAPoint() {
        assertThat(new UndeliveredParcels(600).of(1))
                .allSatisfy(finding ->
                        assertThat(finding.holds()).as(finding.toString()).isTrue());
    }
}
