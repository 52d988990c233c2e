/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file with mappings/scms.yaml; the figures were counted by other means (a script over the CSV). */
class ScmsTest {
    private static final Path FILE = Path.of("../../shared/data/scms_delivery_history.csv");

    @TempDir
    Path folder;

    @Test
    void everyLineIsKeptOrHasNoDateOfItsOrder() {
        assumeTrue(
                Files.exists(FILE),
                "SKIPPED: the real file is not there; put the SCMS delivery history at " + FILE.toAbsolutePath());
        TestExport export = new TestExport(folder);

        ImportReport report = export.importWith(FILE, Path.of("mappings/scms.yaml"), "scms");

        FileCounts rows = report.files().get(0);
        assertThat(rows.read()).isEqualTo(10_324);
        assertThat(rows.rejected()).containsOnlyKeys("no_order_date").containsValue(271L + 1_455 + 205);
        assertThat(rows.keptNotes()).containsEntry("ordered_at_is_quotation", 3_744L + 57);
        // Five parcels were delivered before they were ordered.
        assertThat(report.rejectedRecords()).isEqualTo(Map.of("parcel", Map.of("contradiction", 5L)));
        assertThat(export.values("supplier", "name")).hasSizeGreaterThan(60).doesNotContain("SCMS from RDC");
        assertThat(export.records("parcel"))
                .isNotEmpty()
                .allMatch(parcel -> parcel.has("delivered_at") && !parcel.has("dispatched_at"));
    }
}
