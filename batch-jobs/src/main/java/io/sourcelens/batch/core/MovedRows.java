/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.TableSchema;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Known rows that changes move to another day, or to another order, parcel or sku. The changes tell where such a row is
 * now; where it was has to lose it, in core and in every rollup.
 */
final class MovedRows {
    /** A captured row is created once, and its deletion tells what it was last. */
    private static final Column MAY_MOVE =
            not(col("source").equalTo("cdc").and(col("change_op").isin("c", "d")));

    private final Lake lake;
    private final TableSchema entity;
    private final String[] key;
    private final Column[] places;

    MovedRows(Lake lake, TableSchema entity) {
        this.lake = lake;
        this.entity = entity;
        this.key = Arrays.stream(CoreMerge.key(entity)).map(Column::toString).toArray(String[]::new);
        this.places = LakeTable.moved(entity).schema().columns().stream()
                .map(NestedField::name)
                .map(name -> col(name))
                .toArray(Column[]::new);
    }

    /**
     * @param current rows of core in the days of the changes
     * @param few whether the changes are few enough to be held in memory
     * @return the rows as they were, with the columns of {@link LakeTable#moved}
     */
    Dataset<Row> before(Dataset<Row> current, Dataset<Row> changes, boolean few) {
        Dataset<Row> sent = changes.filter(MAY_MOVE.and(col(entity.eventTime()).isNotNull()))
                .select(places);
        if (sent.isEmpty()) {
            return sent;
        }
        Dataset<Row> keys = sent.select(CoreMerge.key(entity)).distinct();
        Dataset<Row> known = known(current, keys, few);
        Dataset<Row> elsewhere =
                keys.join(known, key, "left_anti").join(changes.filter(not(MAY_MOVE)), key, "left_anti");
        Dataset<Row> before =
                elsewhere.isEmpty() ? known : known.union(known(lake.read("core." + entity.name()), elsewhere, few));
        return before.as("was")
                .join(sent.as("is"), key)
                .filter(anyOther())
                .select(Arrays.stream(places)
                        .map(place -> Arrays.asList(key).contains(place.toString()) ? place : col("was." + place))
                        .toArray(Column[]::new))
                .distinct();
    }

    private Dataset<Row> known(Dataset<Row> core, Dataset<Row> keys, boolean few) {
        Dataset<Row> known = core.join(keys, key, "left_semi").select(places);
        return few ? lake.spark().createDataFrame(known.collectAsList(), known.schema()) : known;
    }

    /** Whether a place is another one now. A place that was unknown is none that a row could leave. */
    private Column anyOther() {
        return Arrays.stream(places)
                .map(Column::toString)
                .filter(place -> !List.of(key).contains(place))
                .map(place -> col("was." + place)
                        .isNotNull()
                        .and(not(col("was." + place).eqNullSafe(col("is." + place)))))
                .reduce(lit(false), Column::or);
    }

    /** Whether changes put a row on two days that core does not know yet: created and moved at once. */
    boolean withinOneIncrement(Dataset<Row> changes) {
        Dataset<Row> updated = changes.filter(col("change_op").equalTo("u")).select(CoreMerge.key(entity));
        return !updated.isEmpty()
                && !changes.join(updated.distinct(), key, "left_semi")
                        .groupBy(CoreMerge.key(entity))
                        .agg(count_distinct(to_date(col(entity.eventTime()))).as("days"))
                        .filter(col("days").gt(1))
                        .isEmpty();
    }
}
