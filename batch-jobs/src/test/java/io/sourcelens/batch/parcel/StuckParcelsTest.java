/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Known until noon of 20 March. */
class StuckParcelsTest {
    private static final Marketplaces KNOWN = new Marketplaces(
            List.of(new Marketplace("m", "M", "CNY", ZoneId.of("UTC"), 15, Instant.parse("2026-03-20T12:00:00Z"))));
    private static final String PARCEL = "marketplace string, parcel_id string, order_id string, supplier_id string,"
            + " carrier string, ship_from_province string, ship_to_province string, created_at timestamp,"
            + " promised_dispatch_at timestamp, promised_delivery_at timestamp, delivered_at timestamp,"
            + " cancelled_at timestamp, deleted boolean";
    private static final String SCAN =
            "marketplace string, parcel_id string, kind string, scanned_at timestamp, deleted boolean";
    private static final String ORDER = "marketplace string, order_id string, seller_id string, deleted boolean";

    private static String parcel(String id, String lane, String dispatch, String delivery, String delivered) {
        return "'m', '%s', 'o-%s', 'u', 'c', 'a', '%s', '2026-03-10', %s, %s, %s, NULL, false"
                .formatted(id, id, lane, dispatch, delivery, delivered);
    }

    private static String scan(String id, String kind, String at) {
        return "'m', '%s', '%s', '%s', false".formatted(id, kind, at);
    }

    /** Sixty parcels of lane x that were scanned every 10 hours, one of them after 30. */
    private static List<String> usual(List<String> scans) {
        List<String> parcels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "usual" + i;
            parcels.add(parcel(id, "x", "'2026-03-11'", "'2026-03-15'", "NULL"));
            scans.add(scan(id, "picked_up", "2026-03-10 10:00:00"));
            scans.add(scan(id, "delivered", i == 0 ? "2026-03-11 16:00:00" : "2026-03-10 20:00:00"));
        }
        return parcels;
    }

    private static List<Record> stuck(List<String> parcels, List<String> scans, Set<String> withScans) {
        Dataset<Row> known = OpenParcels.known(Rows.of(PARCEL, parcels.toArray(String[]::new)), KNOWN);
        Dataset<Row> scanned = OpenParcels.scans(Rows.of(SCAN, scans.toArray(String[]::new)), KNOWN);
        GapLimits limits =
                GapLimits.of(ScanGaps.counted(known, scanned, KNOWN, any -> 1).collectAsList());
        return new StuckParcels(KNOWN, withScans, limits, "run")
                .mart(OpenParcels.open(known, scanned, Rows.of(ORDER, "'m', 'o-silent', 'seller', false")));
    }

    private static List<String> texts(List<Record> rows) {
        return rows.stream()
                .map(row -> String.join(
                        " ",
                        List.of("parcel_id", "reason", "limit_hours", "limit_scope", "limit_gaps").stream()
                                .map(column -> String.valueOf(row.getField(column)))
                                .toList()))
                .sorted()
                .toList();
    }

    @Test
    void aParcelIsStuckForTheFirstReasonThatHolds() {
        List<String> scans = new ArrayList<>();
        List<String> parcels = usual(scans);
        parcels.add(parcel("unsent", "x", "'2026-03-20 11:00:00'", "'2026-03-25'", "NULL"));
        parcels.add(parcel("not-due", "x", "'2026-03-20 13:00:00'", "'2026-03-25'", "NULL"));
        parcels.add(parcel("silent", "x", "'2026-03-19'", "'2026-03-20'", "NULL"));
        scans.add(scan("silent", "picked_up", "2026-03-20 01:59:00"));
        parcels.add(parcel("late", "x", "'2026-03-19'", "'2026-03-20 11:00:00'", "NULL"));
        scans.add(scan("late", "in_transit", "2026-03-20 02:00:00"));
        parcels.add(parcel("moving", "x", "'2026-03-19'", "'2026-03-22'", "NULL"));
        scans.add(scan("moving", "in_transit", "2026-03-20 09:00:00"));
        parcels.add(parcel("there", "x", "'2026-03-11'", "'2026-03-12'", "'2026-03-11'"));

        List<Record> stuck = stuck(parcels, scans, Set.of("m"));

        // 59 of the 62 that lasted 10 hours ended then; the one of 3 hours is not over.
        assertThat(texts(stuck))
                .containsExactly(
                        "late delivery_overdue 10.0 lane 63",
                        "silent no_scan 10.0 lane 63",
                        "unsent dispatch_overdue 10.0 lane 63");
        assertThat(stuck).extracting(row -> row.getField("seller_id")).containsExactlyInAnyOrder("seller", null, null);
        assertThat(stuck)
                .filteredOn(row -> row.getField("reason").equals("dispatch_overdue"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getField("hours_overdue")).isEqualTo(1.0);
                    assertThat(row.getField("hours_since_scan")).isNull();
                });
    }

    @Test
    void aLaneWithFewGapsIsHeldAgainstTheMarketplace() {
        List<String> scans = new ArrayList<>();
        List<String> parcels = usual(scans);
        parcels.add(parcel("far", "y", "NULL", "NULL", "NULL"));
        scans.add(scan("far", "picked_up", "2026-03-19 12:00:00"));

        assertThat(texts(stuck(parcels, scans, Set.of("m")))).containsExactly("far no_scan 10.0 marketplace 61");
    }

    @Test
    void withoutScansOrDeliveriesNobodyKnowsWhatIsStuck() {
        List<String> parcels = List.of(parcel("unsent", "x", "'2026-03-11'", "'2026-03-12'", "NULL"));

        assertThat(stuck(parcels, List.of(), Set.of())).isEmpty();
        assertThat(texts(stuck(parcels, List.of(), Set.of("m"))))
                .containsExactly("unsent dispatch_overdue null marketplace 0");
    }
}
