/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest snapshot of each raw table, as the lake's own metadata tells it. */
public final class RawSnapshots {
    private static final JsonMapper JSON = new JsonMapper();

    private RawSnapshots() {}

    /** @param rows in the whole table, every version of a row counted */
    public record Snapshot(long rows, Instant committedAt) {}

    /** By table; those without a snapshot are left out. */
    public static Map<String, Snapshot> newest(StackSettings settings) throws SQLException, IOException {
        Map<String, Snapshot> newest = new TreeMap<>();
        for (List<String> table : tables(settings)) {
            newest(table.get(1)).ifPresent(snapshot -> newest.put(table.get(0), snapshot));
        }
        return newest;
    }

    private static List<List<String>> tables(StackSettings settings) throws SQLException {
        try (Connection catalog = LakeFiles.catalog(settings)) {
            boolean exists = Sql.rows(catalog, "SELECT 1 WHERE to_regclass('iceberg_tables') IS NOT NULL")
                            .size()
                    == 1;
            return exists ? Sql.rows(catalog, """
                            SELECT table_name, metadata_location FROM iceberg_tables
                            WHERE catalog_name = 'lake' AND table_namespace = 'raw'""") : List.of();
        }
    }

    private static Optional<Snapshot> newest(String metadataLocation) throws IOException {
        JsonNode metadata = JSON.readTree(
                Path.of(metadataLocation.replaceFirst("^file:/*", "/")).toFile());
        long current = metadata.path("current-snapshot-id").asLong(-1);
        for (JsonNode snapshot : metadata.path("snapshots")) {
            if (snapshot.path("snapshot-id").asLong() == current) {
                return Optional.of(new Snapshot(
                        snapshot.path("summary").path("total-records").asLong(),
                        Instant.ofEpochMilli(snapshot.path("timestamp-ms").asLong())));
            }
        }
        return Optional.empty();
    }
}
