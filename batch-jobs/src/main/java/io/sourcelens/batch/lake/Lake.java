/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.schema.LakeTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The lake's tables, by names such as {@code core.order_line}. */
public final class Lake {
    /** Name of the catalog, in Spark and in the catalog's own tables. */
    public static final String CATALOG = "lake";

    /** Days are small files: by Iceberg's own four megabytes a file, a task would read four of them. */
    private static final long SMALL_FILE_BYTES = 256 << 10;

    private final SparkSession spark;
    private final Catalog catalog;

    public Lake(SparkSession spark) {
        this.spark = spark;
        this.catalog = Spark3Util.loadIcebergCatalog(spark, CATALOG);
    }

    public SparkSession spark() {
        return spark;
    }

    /** The table as it is now, if anyone has made it. */
    public Optional<Table> find(String name) {
        try {
            return Optional.of(catalog.loadTable(identifier(name)));
        } catch (NoSuchTableException e) {
            return Optional.empty();
        }
    }

    /** Names of all tables of the layers, sorted. */
    public List<String> tables() {
        return Stream.of(LakeTable.RAW, LakeTable.CORE, LakeTable.ROLLUP, LakeTable.MART)
                .map(Namespace::of)
                .filter(((SupportsNamespaces) catalog)::namespaceExists)
                .flatMap(namespace -> catalog.listTables(namespace).stream())
                .map(TableIdentifier::toString)
                .sorted()
                .toList();
    }

    /** The table as it is now, made if it is missing, with the columns that its definition has gained since. */
    public Table ensure(LakeTable definition) {
        String name = definition.namespace() + "." + definition.name();
        return find(name).map(table -> widened(table, definition)).orElseGet(() -> create(name, definition));
    }

    private static Table widened(Table table, LakeTable definition) {
        if (!definition.isCoveredBy(table.schema())) {
            table.updateSchema().unionByNameWith(definition.schema()).commit();
        }
        return table;
    }

    private synchronized Table create(String name, LakeTable definition) {
        Namespace namespace = Namespace.of(definition.namespace());
        if (catalog instanceof SupportsNamespaces namespaces && !namespaces.namespaceExists(namespace)) {
            createNamespace(namespaces, namespace);
        }
        try {
            return catalog.buildTable(identifier(name), definition.schema())
                    .withPartitionSpec(definition.partitioning())
                    .withProperty(TableProperties.FORMAT_VERSION, "2")
                    .withProperty(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true")
                    // A table is written and cared for at the same time: who finds the other faster tries again soon.
                    .withProperty(TableProperties.COMMIT_NUM_RETRIES, "20")
                    .withProperty(TableProperties.COMMIT_MAX_RETRY_WAIT_MS, "1000")
                    .create();
        } catch (AlreadyExistsException e) {
            return catalog.loadTable(identifier(name));
        }
    }

    private static void createNamespace(SupportsNamespaces namespaces, Namespace namespace) {
        try {
            namespaces.createNamespace(namespace);
        } catch (RuntimeException e) {
            // The JDBC catalog says in SQL that another job was faster.
            if (!namespaces.namespaceExists(namespace)) {
                throw e;
            }
        }
    }

    private DataFrameReader reader() {
        return spark.read().option(SparkReadOptions.FILE_OPEN_COST, SMALL_FILE_BYTES);
    }

    /** Rows of the current snapshot. */
    public Dataset<Row> read(String name) {
        return reader().table(CATALOG + "." + name);
    }

    /** Rows of one snapshot. */
    public Dataset<Row> read(String name, long snapshotId) {
        return reader().option("versionAsOf", snapshotId).table(CATALOG + "." + name);
    }

    /** Rows appended after one snapshot and up to another; rewrites by maintenance are not among them. */
    public Dataset<Row> readAppended(String name, long afterSnapshotId, long toSnapshotId) {
        return reader().option("start-snapshot-id", afterSnapshotId)
                .option("end-snapshot-id", toSnapshotId)
                .table(CATALOG + "." + name);
    }

    /** Replaces the partitions that the rows fall into, and notes what the job knew. */
    public void overwritePartitions(Dataset<Row> rows, LakeTable table, Notes notes) {
        run(() -> writer(rows, table, notes).overwritePartitions());
    }

    /** The same for rows that come partition by partition: they are written as they come, one file open at a time. */
    public void overwritePartitionsInOrder(Dataset<Row> rows, LakeTable table, Notes notes) {
        run(() -> inOrder(writer(rows, table, notes)).overwritePartitions());
    }

    /** Replaces the partitions that the rows fall into by few rows, and notes what the job knew. */
    public void overwritePartitionsByFew(Dataset<Row> rows, LakeTable table, Notes notes) {
        run(() -> few(rows, table, notes).overwritePartitions());
    }

    /** Replaces the rows that meet a condition on the partitions by few, and notes what the job knew. */
    public void overwriteByFew(Dataset<Row> rows, LakeTable table, Column condition, Notes notes) {
        run(() -> few(rows, table, notes).overwrite(condition));
    }

    /** Replaces the rows that meet a condition on the partitions, and notes what the job knew. */
    public void overwrite(Dataset<Row> rows, LakeTable table, Column condition, Notes notes) {
        run(() -> writer(rows, table, notes).overwrite(condition));
    }

    /** Replaces every row by few, and notes what the job knew. */
    public void replaceByFew(Dataset<Row> rows, LakeTable table, Notes notes) {
        run(() -> few(rows, table, notes).overwrite(lit(true)));
    }

    /** Adds few rows. */
    public void appendFew(Dataset<Row> rows, LakeTable table) {
        run(() -> few(rows, table, Notes.NONE).append());
    }

    private static DataFrameWriterV2<Row> few(Dataset<Row> rows, LakeTable table, Notes notes) {
        return inOrder(writer(rows.coalesce(1).sortWithinPartitions(partitionColumns(table)), table, notes));
    }

    private static DataFrameWriterV2<Row> inOrder(DataFrameWriterV2<Row> writer) {
        return writer.option("use-table-distribution-and-ordering", "false");
    }

    /** Rows in the order of these come partition by partition: a day's instants are neighbours. */
    private static Column[] partitionColumns(LakeTable table) {
        return table.partitioning().fields().stream()
                .map(field -> col(table.schema().findColumnName(field.sourceId())))
                .toArray(Column[]::new);
    }

    private static DataFrameWriterV2<Row> writer(Dataset<Row> rows, LakeTable table, Notes notes) {
        DataFrameWriterV2<Row> writer = Columns.conform(rows, table)
                .writeTo("%s.%s.%s".formatted(CATALOG, table.namespace(), table.name()))
                .option("check-nullability", "false")
                // Otherwise a task holds a file open for each partition: years of days are more than the heap.
                .option("fanout-enabled", "false");
        notes.entries().forEach((key, value) -> writer.option("snapshot-property." + key, value));
        return writer;
    }

    /** Commits notes alone: the job read new input, and none of it changed this table. */
    public void note(String name, Notes notes) {
        var append = catalog.loadTable(identifier(name)).newAppend();
        notes.entries().forEach(append::set);
        append.commit();
    }

    /** Newest notes of the table's history. */
    public Notes notes(Table table) {
        for (Snapshot snapshot = table.currentSnapshot(); snapshot != null; snapshot = parent(table, snapshot)) {
            Notes notes = Notes.of(snapshot.summary());
            if (!notes.entries().isEmpty()) {
                return notes;
            }
        }
        return Notes.NONE;
    }

    private static @Nullable Snapshot parent(Table table, Snapshot snapshot) {
        return snapshot.parentId() == null ? null : table.snapshot(snapshot.parentId());
    }

    /** Takes a table back to what it was when it was loaded before, or to empty if it had no rows yet. */
    public void undo(Table table, Table before) {
        if (before.currentSnapshot() == null) {
            table.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
        } else {
            table.manageSnapshots()
                    .rollbackTo(before.currentSnapshot().snapshotId())
                    .commit();
        }
    }

    /** The file that pins the table's version. */
    public static String metadataFile(Table table) {
        return ((HasTableOperations) table).operations().current().metadataFileLocation();
    }

    /** Rows of the table's version, without reading any. */
    public static long rowCount(Table table) {
        return table.currentSnapshot() == null
                ? 0
                : Long.parseLong(table.currentSnapshot().summary().get(SnapshotSummary.TOTAL_RECORDS_PROP));
    }

    /** Id of the newest snapshot that changed rows, 0 before the first: compacted files are the same version. */
    public static long version(Table table) {
        Snapshot snapshot = table.currentSnapshot();
        while (snapshot != null && isRewrite(snapshot) && snapshot.parentId() != null) {
            Snapshot parent = parent(table, snapshot);
            if (parent == null) {
                return snapshot.parentId();
            }
            snapshot = parent;
        }
        return snapshot == null ? 0 : snapshot.snapshotId();
    }

    /** Whether a snapshot has the rows of the one before it, in other files. */
    static boolean isRewrite(Snapshot snapshot) {
        return DataOperations.REPLACE.equals(snapshot.operation());
    }

    private static TableIdentifier identifier(String name) {
        return TableIdentifier.parse(name);
    }

    private interface Write {
        void run() throws Exception;
    }

    private static void run(Write write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot write to the lake: " + e.getMessage(), e);
        }
    }
}
