/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * The state after changes. Of the changes of a key the one with the greatest source position wins; of two with the same
 * position, which are one change read twice, the one that entered the log last. Whatever the state already knows is no
 * change.
 */
public final class CoreMerge {
    private static final String[] PROVENANCE = {
        "deleted", "source", "source_position", "source_time", "ingested_at", "extension"
    };

    /** Rows of the other ways in: nothing keeps their senders from sending a row again with another event time. */
    static final Column NOT_CAPTURED = col("source").notEqual("cdc");

    private CoreMerge() {}

    /**
     * Merges changes into a state.
     *
     * @param current rows of {@code core.<entity>}: at least those whose keys the changes name
     * @param changes rows of {@code raw.<entity>}, in any order, any of them any number of times
     * @return one row per key of either
     */
    public static Dataset<Row> merge(TableSchema entity, Dataset<Row> current, Dataset<Row> changes) {
        return newest(entity, candidates(current, changes));
    }

    static Dataset<Row> candidates(Dataset<Row> current, Dataset<Row> changes) {
        return current.withColumn("arrival", lit(Long.MAX_VALUE))
                .unionByName(
                        changes.withColumn("deleted", col("change_op").equalTo(Change.DELETE))
                                .withColumn("arrival", col("topic_offset")),
                        true);
    }

    static Dataset<Row> newest(TableSchema entity, Dataset<Row> candidates) {
        WindowSpec newestFirst = newestFirst(key(entity));
        return first(withFieldsOfDeleted(entity, candidates, newestFirst), newestFirst)
                .select(columns(entity));
    }

    /** Whether rows of a key share their day: all were captured, and no deletion, new or known, carries the key alone. */
    static boolean keysKeepTheirDay(TableSchema entity, Dataset<Row> candidates) {
        return entity.eventTime() != null
                && candidates
                        .filter(col(entity.eventTime()).isNull().or(NOT_CAPTURED))
                        .isEmpty();
    }

    /**
     * The same where {@link #keysKeepTheirDay}: one exchange by day serves the merge and the writing of days, one after
     * the other.
     */
    static Dataset<Row> newestByDay(TableSchema entity, Dataset<Row> candidates) {
        Column[] day = {col("marketplace"), col("day")};
        Dataset<Row> byDay =
                candidates.withColumn("day", to_date(col(entity.eventTime()))).repartition(day);
        Column[] keyOfDay =
                Stream.concat(Stream.of(day), Stream.of(key(entity))).distinct().toArray(Column[]::new);
        return first(byDay, newestFirst(keyOfDay)).sortWithinPartitions(day).select(columns(entity));
    }

    private static WindowSpec newestFirst(Column[] key) {
        return Window.partitionBy(key)
                .orderBy(
                        col("source_position").desc(),
                        col("ingested_at").desc(),
                        col("arrival").desc());
    }

    private static Dataset<Row> first(Dataset<Row> candidates, WindowSpec newestFirst) {
        return candidates
                .withColumn("recency", row_number().over(newestFirst))
                .filter(col("recency").equalTo(1));
    }

    /** A deletion that carries the key alone keeps the fields that were known before it. */
    private static Dataset<Row> withFieldsOfDeleted(
            TableSchema entity, Dataset<Row> candidates, WindowSpec newestFirst) {
        List<String> own = entity.fields().stream()
                .map(Field::name)
                .filter(name -> !entity.key().contains(name))
                .toList();
        Column[] fields = own.stream().map(functions::col).toArray(Column[]::new);
        Column keyAlone = entity.fields().stream()
                .filter(field -> !field.nullable() && own.contains(field.name()))
                .map(field -> col(field.name()).isNull())
                .reduce(col("deleted"), Column::and);
        Column known = when(keyAlone, lead(struct(fields), 1).over(newestFirst)).otherwise(struct(fields));
        Map<String, Column> filled = new LinkedHashMap<>();
        own.forEach(name -> filled.put(name, col("own." + name)));
        return candidates.withColumn("own", known).withColumns(filled);
    }

    static Column[] key(TableSchema entity) {
        List<Column> key = new ArrayList<>();
        key.add(col("marketplace"));
        entity.key().forEach(name -> key.add(col(name)));
        return key.toArray(Column[]::new);
    }

    private static Column[] columns(TableSchema entity) {
        List<Column> columns = new ArrayList<>();
        columns.add(col("marketplace"));
        entity.fields().forEach(field -> columns.add(col(field.name())));
        for (String name : PROVENANCE) {
            columns.add(col(name));
        }
        return columns.toArray(Column[]::new);
    }
}
