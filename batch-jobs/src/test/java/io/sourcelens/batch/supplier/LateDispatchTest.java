/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LateDispatchTest {
    private static final String PROMISED = "'2026-03-03 10:00:00'";

    private static Dataset<Row> parcel(String promised, String cancelled, boolean deleted) {
        return Rows.of(
                "marketplace string, parcel_id string, supplier_id string, promised_dispatch_at timestamp, cancelled_at timestamp, deleted boolean",
                "'m', 'p', 's', %s, %s, %s".formatted(promised, cancelled, deleted));
    }

    private static Dataset<Row> scans(String... scannedAt) {
        String[] rows = new String[scannedAt.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "'m', 'p', '%s', false".formatted(scannedAt[i]);
        }
        return Rows.of("marketplace string, parcel_id string, scanned_at timestamp, deleted boolean", rows);
    }

    private static List<String> judged(Dataset<Row> parcels, Dataset<Row> scans) {
        return Rows.texts(LateDispatch.judge(parcels, scans), "late", "not_scanned");
    }

    @Test
    void aParcelScannedAtTheVeryPromiseIsInTime() {
        assertThat(judged(parcel(PROMISED, "NULL", false), scans("2026-03-03 10:00:00")))
                .containsExactly("false, false");
    }

    @Test
    void aParcelScannedAfterThePromiseIsLate() {
        assertThat(judged(parcel(PROMISED, "NULL", false), scans("2026-03-03 10:00:01")))
                .containsExactly("true, false");
    }

    @Test
    void onlyTheFirstScanCounts() {
        assertThat(judged(parcel(PROMISED, "NULL", false), scans("2026-03-05 10:00:00", "2026-03-02 10:00:00")))
                .containsExactly("false, false");
    }

    @Test
    void aParcelNeverScannedCountsAsLate() {
        assertThat(judged(parcel(PROMISED, "NULL", false), scans())).containsExactly("true, true");
    }

    @Test
    void cancelledDeletedAndUnpromisedParcelsHadNoPromiseToKeep() {
        assertThat(judged(parcel(PROMISED, "'2026-03-01'", false), scans())).isEmpty();
        assertThat(judged(parcel(PROMISED, "NULL", true), scans())).isEmpty();
        assertThat(judged(parcel("NULL", "NULL", false), scans())).isEmpty();
    }
}
