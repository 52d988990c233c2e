/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SupplierLaneDayTest {
    private static final Marketplaces MARKETPLACES =
            new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null)));
    private static final String PARCEL = "marketplace string, parcel_id string, supplier_id string,"
            + " ship_to_province string, promised_dispatch_at timestamp, promised_delivery_at timestamp,"
            + " delivered_at timestamp, cancelled_at timestamp, deleted boolean";
    private static final String SCAN =
            "marketplace string, parcel_id string, kind string, scanned_at timestamp, deleted boolean";

    private static List<String> rolledUp(Dataset<Row> parcels, String... scans) {
        return Rows.texts(
                SupplierLaneDay.rollup(parcels, Rows.of(SCAN, scans), MARKETPLACES),
                "day",
                "supplier_id",
                "ship_to_province",
                "dispatch_due",
                "dispatch_late",
                "dispatch_missing",
                "delivery_due",
                "delivery_late",
                "delivery_missing");
    }

    private static Dataset<Row> parcel(String dispatch, String delivery, String delivered, String cancelled) {
        return Rows.of(
                PARCEL,
                "'m', 'p', 's', NULL, %s, %s, %s, %s, false".formatted(dispatch, delivery, delivered, cancelled));
    }

    @Test
    void aParcelCountsOnTheDayOfEachOfItsPromises() {
        assertThat(rolledUp(
                        parcel("'2026-03-01 15:00:00'", "'2026-03-03 17:00:00'", "NULL", "NULL"),
                        "'m', 'p', 'picked_up', '2026-03-01 14:00:00', false",
                        "'m', 'p', 'delivered', '2026-03-03 17:00:01', false"))
                .containsExactly(
                        "2026-03-01, s, unknown, 1, 0, 0, 0, 0, 0", "2026-03-04, s, unknown, 0, 0, 0, 1, 1, 0");
    }

    @Test
    void whatNeverCameIsLateAndMissing() {
        assertThat(rolledUp(parcel("'2026-03-01'", "'2026-03-01'", "NULL", "NULL")))
                .containsExactly("2026-03-01, s, unknown, 1, 1, 1, 1, 1, 1");
    }

    @Test
    void theCarriersDeliveryCountsBeforeTheMarketplaces() {
        assertThat(rolledUp(
                        parcel("NULL", "'2026-03-03'", "'2026-03-02'", "NULL"),
                        "'m', 'p', 'delivered', '2026-03-04', false"))
                .containsExactly("2026-03-03, s, unknown, 0, 0, 0, 1, 1, 0");
        assertThat(rolledUp(parcel("NULL", "'2026-03-03'", "'2026-03-02'", "NULL")))
                .containsExactly("2026-03-03, s, unknown, 0, 0, 0, 1, 0, 0");
    }

    @Test
    void aCancelledParcelHadNoPromiseToKeep() {
        assertThat(rolledUp(parcel("'2026-03-01'", "'2026-03-03'", "NULL", "'2026-03-01'")))
                .isEmpty();
    }
}
