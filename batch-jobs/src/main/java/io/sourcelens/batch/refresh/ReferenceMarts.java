/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;

/** {@code mart.marketplace} and {@code mart.category}: what readers choose from. */
final class ReferenceMarts {
    private ReferenceMarts() {}

    /**
     * Rows of {@code core.marketplace} or {@code core.category} as readers see them.
     *
     * @param known marketplaces with an order; the others have nothing to be read yet
     */
    static List<Record> mart(LakeTable mart, List<Record> rows, Marketplaces known, String runId) {
        return rows.stream()
                .filter(row -> known.find((String) row.getField("marketplace")).isPresent())
                .map(row -> stamped(mart, row, known, runId))
                .toList();
    }

    private static Record stamped(LakeTable mart, Record row, Marketplaces known, String runId) {
        Marketplace marketplace =
                known.find((String) row.getField("marketplace")).orElseThrow();
        Record stamped = SmallTables.row(mart);
        for (NestedField field : mart.schema().columns()) {
            switch (field.name()) {
                case "as_of" ->
                    stamped.setField("as_of", marketplace.knownUntil().atOffset(ZoneOffset.UTC));
                case "run_id" -> stamped.setField("run_id", runId);
                default -> stamped.setField(field.name(), row.getField(field.name()));
            }
        }
        return stamped;
    }
}
