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

class ParcelOutcomeTest {
    private static final Marketplaces MARKETPLACES =
            new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null)));

    private static List<String> outcome(String promised, String cancelled, boolean deleted, String... scans) {
        Dataset<Row> parcels = Rows.of(
                "marketplace string, parcel_id string, created_at timestamp, promised_dispatch_at timestamp,"
                        + " delivered_at timestamp, cancelled_at timestamp, deleted boolean",
                "'m', 'p', '2026-03-01 15:00:00', %s, NULL, %s, %s".formatted(promised, cancelled, deleted));
        Dataset<Row> scanned = Rows.of(
                "marketplace string, parcel_id string, kind string, scanned_at timestamp, deleted boolean", scans);
        return Rows.texts(
                ParcelOutcome.rollup(parcels, scanned, MARKETPLACES), "day", "first_scanned_at", "arrived_at");
    }

    @Test
    void aParcelStandsOnTheDayOfItsPromiseElseOfItsOrder() {
        assertThat(outcome("'2026-03-03 16:00:00'", "NULL", false)).containsExactly("2026-03-04, null, null");
        assertThat(outcome("NULL", "NULL", false)).containsExactly("2026-03-01, null, null");
    }

    @Test
    void cancelledParcelsStayForTheyCompeteAndDeletedOnesGo() {
        assertThat(outcome("NULL", "'2026-03-02'", false)).hasSize(1);
        assertThat(outcome("NULL", "NULL", true)).isEmpty();
    }

    @Test
    void theFirstScanIsTheDispatchAndTheScanOfTheDeliveryTheArrival() {
        assertThat(outcome(
                        "NULL",
                        "NULL",
                        false,
                        "'m', 'p', 'delivered', '2026-03-05', false",
                        "'m', 'p', 'picked_up', '2026-03-02', false",
                        "'m', 'p', 'picked_up', '2026-03-01', true"))
                .containsExactly("2026-03-01, 2026-03-02 00:00:00.0, 2026-03-05 00:00:00.0");
    }
}
