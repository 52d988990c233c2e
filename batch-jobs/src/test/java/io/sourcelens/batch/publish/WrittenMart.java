/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.schema.Field;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptionUtil;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.DataWriter;

/** A mart in a warehouse folder, written with Iceberg's own writers. */
record WrittenMart(TableSchema mart, Table table) {
    private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-03-01T04:05:06.789012Z");

    static WrittenMart create(Path warehouse, String mart) {
        TableSchema schema = Schemas.mart(mart);
        LakeTable lake = LakeTable.mart(schema);
        String location = warehouse.resolve("mart").resolve(mart).toUri().toString();
        Table table = new HadoopTables(new Configuration()).create(lake.schema(), lake.partitioning(), location);
        return new WrittenMart(schema, table);
    }

    /** Adds rows of one partition; required fields that a row does not name get a value of their type. */
    PublishedTable append(List<Map<String, Object>> rows) throws IOException {
        List<Record> records = rows.stream().map(this::record).toList();
        PartitionKey partition = new PartitionKey(table.spec(), table.schema());
        partition.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(records.get(0)));
        DataWriter<Record> writer = new GenericFileWriterFactory.Builder(table)
                .dataFileFormat(FileFormat.PARQUET)
                .build()
                .newDataWriter(
                        EncryptionUtil.plainAsEncryptedOutput(table.io()
                                .newOutputFile(table.locationProvider()
                                        .newDataLocation(table.spec(), partition, UUID.randomUUID() + ".parquet"))),
                        table.spec(),
                        partition);
        try (writer) {
            writer.write(records);
        }
        AppendFiles append = table.newAppend();
        append.appendFile(writer.toDataFile());
        append.commit();
        return version();
    }

    PublishedTable version() {
        table.refresh();
        String total = table.currentSnapshot() == null
                ? "0"
                : table.currentSnapshot().summary().get("total-records");
        String metadata = ((BaseTable) table).operations().current().metadataFileLocation();
        return new PublishedTable(mart.name(), table.location(), metadata, Long.parseLong(total), Optional.empty());
    }

    private Record record(Map<String, Object> row) {
        Record record = GenericRecord.create(table.schema());
        mart.fields()
                .forEach(field -> record.setField(
                        field.name(), row.getOrDefault(field.name(), field.nullable() ? null : any(field))));
        return record;
    }

    private static Object any(Field field) {
        return switch (field.type()) {
            case STRING -> "demo";
            case INTEGER -> 7;
            case LONG -> 0L;
            case DOUBLE -> 1.0;
            case BOOLEAN -> false;
            case DATE -> LocalDate.parse("2026-03-01");
            case TIMESTAMP -> AS_OF;
            case LONG_LIST -> throw new IllegalArgumentException("no mart has a list");
        };
    }
}
