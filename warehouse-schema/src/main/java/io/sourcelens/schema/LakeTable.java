/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * One Iceberg table, made from a schema file.
 *
 * @param namespace {@code raw}, {@code core}, {@code rollup} or {@code mart}
 */
public record LakeTable(String namespace, String name, Schema schema, PartitionSpec partitioning) {
    /** Namespace of the change log. */
    public static final String RAW = "raw";
    /** Namespace of the current state. */
    public static final String CORE = "core";
    /** Namespace of daily partial aggregates. */
    public static final String ROLLUP = "rollup";
    /** Namespace of what people read. */
    public static final String MART = "mart";

    /**
     * The change log of an entity: one row per change, append only, partitioned by the day it entered the log, so that
     * a commit writes one file. Own fields are nullable: a deletion may carry the key alone.
     */
    public static LakeTable raw(TableSchema entity) {
        Columns columns = new Columns().required("marketplace", Types.StringType.get());
        entity.fields().forEach(field -> columns.field(field, !entity.key().contains(field.name())));
        Schema schema = columns.required("change_op", Types.StringType.get())
                .required("source", Types.StringType.get())
                .required("source_position", Types.LongType.get())
                .required("source_time", Types.TimestampType.withZone())
                .required("ingested_at", Types.TimestampType.withZone())
                .required("topic_partition", Types.IntegerType.get())
                .required("topic_offset", Types.LongType.get())
                .required("schema_version", Types.IntegerType.get())
                .textMap("extension")
                .schema();
        return new LakeTable(RAW, entity.name(), schema, byDay(schema, "ingested_at"));
    }

    /**
     * The current state of an entity: one row per key; deleted ones stay, marked. Partitioned by marketplace and the day
     * it happened.
     */
    public static LakeTable core(TableSchema entity) {
        Columns columns = new Columns().required("marketplace", Types.StringType.get());
        entity.fields().forEach(field -> columns.field(field, !entity.key().contains(field.name())));
        Schema schema = columns.required("deleted", Types.BooleanType.get())
                .required("source", Types.StringType.get())
                .required("source_position", Types.LongType.get())
                .required("source_time", Types.TimestampType.withZone())
                .required("ingested_at", Types.TimestampType.withZone())
                .textMap("extension")
                .schema();
        PartitionSpec.Builder partitioning = PartitionSpec.builderFor(schema).identity("marketplace");
        if (entity.eventTime() != null) {
            partitioning.day(entity.eventTime());
        }
        return new LakeTable(CORE, entity.name(), schema, partitioning.build());
    }

    /**
     * Where rows of an entity were before a change moved them: their key, and the ids and times that are not personal, by
     * which jobs find what to compute again. Append only.
     */
    public static LakeTable moved(TableSchema entity) {
        Columns columns = new Columns().required("marketplace", Types.StringType.get());
        entity.fields().stream()
                .filter(field -> entity.key().contains(field.name()) || field.isPlace())
                .forEach(field -> columns.field(field, !entity.key().contains(field.name())));
        return new LakeTable(CORE, entity.name() + "_moved", columns.schema(), PartitionSpec.unpartitioned());
    }

    /** A daily partial aggregate: one row per grain, partitioned by marketplace and day. */
    public static LakeTable rollup(TableSchema rollup) {
        return aggregate(ROLLUP, rollup);
    }

    /**
     * What people read: one row per grain, partitioned by marketplace, and by subject or day where the grain has one, so
     * that a backtest rewrites its subject and a refresh the days it touched.
     */
    public static LakeTable mart(TableSchema mart) {
        return aggregate(MART, mart);
    }

    /** Whether a table that was made by an earlier version of its schema file has every column. */
    public boolean isCoveredBy(Schema existing) {
        return schema.columns().stream().allMatch(column -> existing.findField(column.name()) != null);
    }

    private static LakeTable aggregate(String namespace, TableSchema table) {
        Columns columns = new Columns();
        table.fields().forEach(field -> columns.field(field, field.nullable()));
        Schema schema = columns.schema();
        PartitionSpec.Builder partitioning = PartitionSpec.builderFor(schema);
        Stream.of("marketplace", "subject", "day").filter(table.key()::contains).forEach(partitioning::identity);
        return new LakeTable(namespace, table.name(), schema, partitioning.build());
    }

    /** Rejected records with their original bytes: one row per record. */
    public static LakeTable deadLetter() {
        Schema schema = new Columns()
                .optional("marketplace", Types.StringType.get())
                .required("entity", Types.StringType.get())
                .required("reason", Types.StringType.get())
                .optional("detail", Types.StringType.get())
                .optional("source", Types.StringType.get())
                .required("origin", Types.StringType.get())
                .optional("record_key", Types.BinaryType.get())
                .optional("record", Types.BinaryType.get())
                .required("ingested_at", Types.TimestampType.withZone())
                .required("topic", Types.StringType.get())
                .required("topic_partition", Types.IntegerType.get())
                .required("topic_offset", Types.LongType.get())
                .schema();
        return new LakeTable(RAW, "dead_letter", schema, byDay(schema, "ingested_at"));
    }

    private static PartitionSpec byDay(Schema schema, @Nullable String column) {
        return column == null
                ? PartitionSpec.unpartitioned()
                : PartitionSpec.builderFor(schema).day(column).build();
    }

    /** @param elementId what a list's elements are numbered */
    private static Type icebergType(FieldType type, IntSupplier elementId) {
        return switch (type) {
            case STRING -> Types.StringType.get();
            case INTEGER -> Types.IntegerType.get();
            case LONG -> Types.LongType.get();
            case DOUBLE -> Types.DoubleType.get();
            case BOOLEAN -> Types.BooleanType.get();
            case DATE -> Types.DateType.get();
            case TIMESTAMP -> Types.TimestampType.withZone();
            case LONG_LIST -> Types.ListType.ofRequired(elementId.getAsInt(), Types.LongType.get());
        };
    }

    /** Collects columns and numbers them in order. */
    private static final class Columns {
        private final List<NestedField> columns = new ArrayList<>();
        private int lastId;

        Columns required(String name, Type type) {
            columns.add(NestedField.required(++lastId, name, type));
            return this;
        }

        Columns optional(String name, Type type) {
            columns.add(NestedField.optional(++lastId, name, type));
            return this;
        }

        Columns field(Field field, boolean nullable) {
            int id = ++lastId;
            Type type = icebergType(field.type(), () -> ++lastId);
            NestedField.Builder builder =
                    nullable ? NestedField.optional(field.name()) : NestedField.required(field.name());
            columns.add(builder.withId(id)
                    .ofType(type)
                    .withDoc(field.meaningEnglish())
                    .build());
            return this;
        }

        Columns textMap(String name) {
            int id = ++lastId;
            Type map = Types.MapType.ofRequired(++lastId, ++lastId, Types.StringType.get(), Types.StringType.get());
            columns.add(NestedField.required(id, name, map));
            return this;
        }

        Schema schema() {
            return new Schema(columns);
        }
    }
}
