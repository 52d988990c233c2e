/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;

/** {@code mart.refresh_run}: the memory of refreshes. */
final class RefreshRuns {
    static final String MART = "refresh_run";
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart(MART));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lake lake;

    RefreshRuns(Lake lake) {
        this.lake = lake;
    }

    void remember(RefreshResult result, Instant start, Instant end) {
        String inputs = json(new TreeMap<>(result.inputSnapshots()));
        List<Record> rows = result.marts().stream()
                .map(mart -> SmallTables.row(
                        TABLE,
                        result.runId(),
                        mart.mart(),
                        start.atOffset(ZoneOffset.UTC),
                        end.atOffset(ZoneOffset.UTC),
                        mart.status().name().toLowerCase(Locale.ROOT),
                        mart.reason(),
                        inputs,
                        result.changes(),
                        rowCount(mart.mart()),
                        String.join("; ", mart.checks())))
                .toList();
        new SmallTables(lake).append(rows, TABLE);
    }

    private long rowCount(String mart) {
        return lake.find("mart." + mart)
                .map((Table table) -> Lake.rowCount(table))
                .orElse(0L);
    }

    private static String json(Map<String, Long> snapshots) {
        try {
            return JSON.writeValueAsString(snapshots);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write snapshots as JSON: " + snapshots, e);
        }
    }
}
