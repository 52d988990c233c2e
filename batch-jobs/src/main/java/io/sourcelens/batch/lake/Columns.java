/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.schema.LakeTable;
import java.util.Arrays;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Expressions that every job uses. */
public final class Columns {
    private Columns() {}

    /** The table's columns, in its order and of its types. */
    public static Dataset<Row> conform(Dataset<Row> rows, LakeTable table) {
        return rows.select(Arrays.stream(SparkSchemaUtil.convert(table.schema()).fields())
                .map(Columns::conform)
                .toArray(Column[]::new));
    }

    private static Column conform(StructField field) {
        Column column = col(field.name());
        return field.dataType() instanceof MapType
                ? column
                : column.cast(field.dataType()).as(field.name());
    }

    /** Sum that is null as soon as one summand is: what is not known of a part is not known of the whole. */
    public static Column sumOrNull(Column summand) {
        return when(count(lit(1)).equalTo(count(summand)), sum(summand));
    }

    /** How many rows meet the condition. */
    public static Column countIf(Column condition) {
        return count(when(condition, lit(1)));
    }

    /** Sum over the rows that meet the condition, 0 if none does. */
    public static Column sumIf(Column condition, Column summand) {
        return sum(when(condition, summand).otherwise(lit(0L)));
    }
}
