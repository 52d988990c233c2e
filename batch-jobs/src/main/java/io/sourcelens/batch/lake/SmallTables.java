/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import io.sourcelens.schema.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriteResult;
import org.apache.iceberg.io.FanoutDataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.jspecify.annotations.Nullable;

/** Reads and writes tables of at most some thousand rows in this process: a Spark job costs more than their rows. */
public final class SmallTables {
    private static final long NEVER_ROLL = Long.MAX_VALUE;

    private final Lake lake;

    public SmallTables(Lake lake) {
        this.lake = lake;
    }

    /** Rows of {@code core.<entity>} that are not deleted. */
    public List<Record> current(String entity) {
        return rows("core." + entity, Expressions.equal("deleted", false));
    }

    /** Rows of a table that meet a condition. */
    public List<Record> rows(String name, Expression condition) {
        Table table = lake.find(name).orElseThrow();
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(table).where(condition).build()) {
            List<Record> records = new ArrayList<>();
            rows.forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + table.name(), e);
        }
    }

    /** Names of suppliers of a marketplace, by their ids; null where they have none. */
    public Map<String, @Nullable String> supplierNames(String marketplace) {
        Map<String, @Nullable String> names = new TreeMap<>();
        current("supplier").stream()
                .filter(row -> marketplace.equals(row.getField("marketplace")))
                .forEach(row -> names.put((String) row.getField("supplier_id"), (String) row.getField("name")));
        return names;
    }

    /** An empty row of a table. */
    public static Record row(LakeTable table) {
        return GenericRecord.create(table.schema());
    }

    /** A row of a table from its values, in the order of its columns. */
    public static Record row(LakeTable table, Object... values) {
        Record row = row(table);
        for (int i = 0; i < values.length; i++) {
            row.set(i, values[i]);
        }
        return row;
    }

    /** Replaces every row, and notes what the job knew. */
    public void replace(List<Record> rows, LakeTable definition, Notes notes) {
        replace(rows, definition, Expressions.alwaysTrue(), notes);
    }

    /** Replaces the rows that meet a condition on the partitions. */
    public void replace(List<Record> rows, LakeTable definition, Expression condition) {
        replace(rows, definition, condition, Notes.NONE);
    }

    /** Replaces the rows that meet a condition on the partitions, and notes what the job knew. */
    public void replace(List<Record> rows, LakeTable definition, Expression condition, Notes notes) {
        Table table = lake.ensure(definition);
        OverwriteFiles replacement = table.newOverwrite().overwriteByRowFilter(condition);
        write(rows, table).forEach(replacement::addFile);
        notes.entries().forEach(replacement::set);
        replacement.commit();
    }

    /** Adds rows. */
    public void append(List<Record> rows, LakeTable definition) {
        Table table = lake.ensure(definition);
        var append = table.newAppend();
        write(rows, table).forEach(append::appendFile);
        append.commit();
    }

    private static List<DataFile> write(List<Record> rows, Table table) {
        GenericFileWriterFactory factory = new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .build();
        OutputFileFactory files = OutputFileFactory.builderFor(table, 0, 0)
                .operationId(UUID.randomUUID().toString())
                .format(FileFormat.PARQUET)
                .build();
        FanoutDataWriter<Record> writer = new FanoutDataWriter<>(factory, files, table.io(), NEVER_ROLL);
        PartitionKey partition = new PartitionKey(table.spec(), table.schema());
        InternalRecordWrapper wrapper = new InternalRecordWrapper(table.schema().asStruct());
        try {
            for (Record row : rows) {
                partition.partition(wrapper.wrap(row));
                writer.write(row, table.spec(), partition.copy());
            }
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + table.name(), e);
        }
        DataWriteResult written = writer.result();
        return written.dataFiles();
    }
}
