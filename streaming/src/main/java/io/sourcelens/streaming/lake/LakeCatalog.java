/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import io.sourcelens.schema.LakeTable;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.flink.CatalogLoader;

/** The catalog of the lake, and how this job's tables come to be in it. */
public final class LakeCatalog {
    /** Part of the JDBC catalog's keys: whoever uses another name sees an empty lake. */
    private static final String NAME = "lake";

    private static final String IMPLEMENTATION = "org.apache.iceberg.jdbc.JdbcCatalog";

    /** Lost connections and a database that is stopping or starting: another attempt may succeed. */
    private static final String RETRYABLE_STATUS_CODES = "08000,08001,08003,08006,08007,57P01,57P02,57P03";

    private static final Map<String, String> TABLE_PROPERTIES = Map.of(
            "format-version", "2",
            "write.parquet.compression-codec", "zstd",
            "write.distribution-mode", "none",
            "write.metadata.delete-after-commit.enabled", "true",
            "write.metadata.previous-versions-max", "100",
            // Care of the table commits too: who finds the other faster tries again soon.
            "commit.retry.num-retries", "20",
            "commit.retry.max-wait-ms", "1000");

    private LakeCatalog() {}

    /**
     * The JDBC catalog.
     *
     * @param url of the database that keeps it
     * @param warehouse URI of the folder below which new tables are placed
     */
    public static CatalogLoader loader(String url, String user, String password, String warehouse) {
        Map<String, String> properties = Map.of(
                "uri", url,
                "jdbc.user", user,
                "jdbc.password", password,
                "jdbc.schema-version", "V1",
                "retryable_status_codes", RETRYABLE_STATUS_CODES,
                "clients", "1",
                "warehouse", warehouse);
        Configuration files = new Configuration();
        files.set("fs.file.impl", LocalFiles.class.getName());
        return CatalogLoader.custom(NAME, properties, files, IMPLEMENTATION);
    }

    /**
     * Creates every table of {@link RawTables} that is missing, and adds the columns that one has gained since it was made;
     * another job may be doing the same.
     */
    public static void ensureTables(CatalogLoader loader) throws IOException {
        Catalog catalog = loader.loadCatalog();
        try {
            createNamespace((SupportsNamespaces) catalog, Namespace.of(LakeTable.RAW));
            for (LakeTable table : RawTables.all()) {
                ensureTable(catalog, table);
            }
        } finally {
            if (catalog instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }

    private static void createNamespace(SupportsNamespaces catalog, Namespace namespace) {
        if (!catalog.namespaceExists(namespace)) {
            try {
                catalog.createNamespace(namespace);
            } catch (AlreadyExistsException e) {
                requireExisting(catalog.namespaceExists(namespace), namespace.toString(), e);
            }
        }
    }

    private static void ensureTable(Catalog catalog, LakeTable table) {
        if (catalog.tableExists(RawTables.identifier(table))) {
            Table existing = catalog.loadTable(RawTables.identifier(table));
            if (!table.isCoveredBy(existing.schema())) {
                existing.updateSchema().unionByNameWith(table.schema()).commit();
            }
        } else {
            try {
                catalog.buildTable(RawTables.identifier(table), table.schema())
                        .withPartitionSpec(table.partitioning())
                        .withProperties(TABLE_PROPERTIES)
                        .create();
            } catch (AlreadyExistsException e) {
                requireExisting(catalog.tableExists(RawTables.identifier(table)), table.name(), e);
            }
        }
    }

    private static void requireExisting(boolean exists, String name, AlreadyExistsException cause) {
        if (!exists) {
            throw new IllegalStateException(
                    "Cannot create %s in the lake: its place is taken; look into the catalog".formatted(name), cause);
        }
    }
}
