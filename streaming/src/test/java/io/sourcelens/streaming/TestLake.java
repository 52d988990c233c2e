/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import io.sourcelens.streaming.lake.LakeCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Reads the lake without Flink. */
final class TestLake {
    private final Catalog catalog;

    TestLake(String catalogUrl, String warehouse) {
        catalog = LakeCatalog.loader(catalogUrl, "postgres", "postgres", warehouse)
                .loadCatalog();
    }

    /** Rows that are visible now, as the newest snapshot counts them. */
    long count(String name) {
        TableIdentifier identifier = TableIdentifier.of("raw", name);
        if (!catalog.tableExists(identifier)) {
            return 0;
        }
        Snapshot snapshot = catalog.loadTable(identifier).currentSnapshot();
        return snapshot == null ? 0 : Long.parseLong(snapshot.summary().get("total-records"));
    }

    int snapshots(String name) {
        List<Snapshot> snapshots = new ArrayList<>();
        table(name).snapshots().forEach(snapshots::add);
        return snapshots.size();
    }

    List<Record> rows(String name) throws IOException {
        try (CloseableIterable<Record> records =
                IcebergGenerics.read(table(name)).build()) {
            List<Record> rows = new ArrayList<>();
            records.forEach(rows::add);
            return rows;
        }
    }

    Table table(String name) {
        return catalog.loadTable(TableIdentifier.of("raw", name));
    }
}
