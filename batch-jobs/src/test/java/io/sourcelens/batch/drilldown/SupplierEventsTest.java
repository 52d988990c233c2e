/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.drilldown;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.supplier.Defect;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SupplierEventsTest {
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-10T00:00:00Z"))));

    private static Basis basis(Set<String> withScans) {
        return new Basis("run-1", MARKETPLACES, Set.of(), Set.of("m"), withScans);
    }

    private static Dataset<Row> parcels(String... rows) {
        return Rows.of(
                "marketplace string, supplier_id string, category_id string, day date, order_id string, parcel_id string, promised_dispatch_at timestamp, first_scanned_at timestamp, late boolean",
                rows);
    }

    /** Three lines of a supplier, the last without a case. */
    private static Dataset<Row> lines(String... cases) {
        Dataset<Row> lines = Rows.of(
                "marketplace string, supplier_id string, category_id string, day date, order_id string, order_line_id string, status string, deleted boolean",
                "'m', 'f', 'all', '2026-03-02', 'o1', 'l1', 'active', false",
                "'m', 'f', 'c1', '2026-03-02', 'o1', 'l1', 'active', false",
                "'m', 'f', 'all', '2026-03-03', 'o2', 'l2', 'active', false");
        return Defect.judge(
                lines,
                Rows.of(
                        "marketplace string, order_line_id string, reason string, opened_at timestamp, deleted boolean",
                        cases));
    }

    @Test
    void aParcelIsLateByTheHoursFromItsPromiseToItsFirstScanIfThereIsOne() {
        Dataset<Row> events = SupplierEvents.mart(
                parcels(
                        "'m', 'f', 'all', '2026-03-04', 'o1', 'p1', '2026-03-04 00:00:00', '2026-03-04 01:30:00', true",
                        "'m', 'f', 'all', '2026-03-05', 'o2', 'p2', '2026-03-05 00:00:00', NULL, true",
                        "'m', 'f', 'all', '2026-03-05', 'o3', 'p3', '2026-03-05 00:00:00', '2026-03-04 01:30:00', false"),
                lines(),
                basis(Set.of("m")));

        assertThat(Rows.texts(
                        events, "target", "day", "order_id", "item_id", "first_scanned_at", "hours_late", "reason"))
                .containsExactly(
                        "late_dispatch, 2026-03-04, o1, p1, 2026-03-04 01:30:00.0, 1.5, null",
                        "late_dispatch, 2026-03-05, o2, p2, null, null, null");
    }

    @Test
    void aDefectIsShownWithItsFirstCaseThatIsOneInEveryCategoryThatCountsTheLine() {
        Dataset<Row> events = SupplierEvents.mart(
                parcels(),
                lines(
                        "'m', 'l1', 'no_reason', '2026-03-03 00:00:00', false",
                        "'m', 'l1', 'quality', '2026-03-04 00:00:00', true",
                        "'m', 'l1', 'missing', '2026-03-06 00:00:00', false",
                        "'m', 'l1', 'damaged', '2026-03-06 00:00:00', false",
                        "'m', 'l1', 'quality', '2026-03-07 00:00:00', false"),
                basis(Set.of("m")));

        assertThat(Rows.texts(
                        events, "target", "category_id", "order_id", "item_id", "reason", "opened_at", "hours_late"))
                .containsExactly(
                        "defect, all, o1, l1, damaged, 2026-03-06 00:00:00.0, null",
                        "defect, c1, o1, l1, damaged, 2026-03-06 00:00:00.0, null");
    }

    @Test
    void nothingIsKnownToBeLateWhereNoScansAreDelivered() {
        Dataset<Row> events = SupplierEvents.mart(
                parcels("'m', 'f', 'all', '2026-03-05', 'o2', 'p2', '2026-03-05 00:00:00', NULL, true"),
                lines(),
                basis(Set.of()));

        assertThat(events.collectAsList()).isEmpty();
    }
}
