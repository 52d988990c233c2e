/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Literal rows for tests of pure functions, in a session without a lake. */
public final class Rows {
    private static final SparkSession SPARK = SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.session.timeZone", "UTC")
            // Literal rows are not worth compiling queries for.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .getOrCreate();

    private Rows() {}

    /**
     * Rows from SQL.
     *
     * @param columns names and types, for example {@code sku_id string, units bigint}
     * @param rows values as SQL, for example {@code 'a', 3}
     */
    public static Dataset<Row> of(String columns, String... rows) {
        String[] names = columns.split(", ");
        if (rows.length == 0) {
            return SPARK.createDataFrame(List.of(), org.apache.spark.sql.types.StructType.fromDDL(columns));
        }
        String values = String.join("), (", rows);
        String aliases = String.join(
                ", ", Arrays.stream(names).map(name -> name.split(" ")[0]).toList());
        String casts = String.join(
                ", ",
                Arrays.stream(names)
                        .map(name -> "CAST(%s AS %s) AS %s"
                                .formatted(name.split(" ")[0], name.split(" ")[1], name.split(" ")[0]))
                        .toList());
        return SPARK.sql("SELECT %s FROM VALUES (%s) AS t(%s)".formatted(casts, values, aliases));
    }

    /** Rows as texts such as {@code a, 3, null}, sorted. */
    public static List<String> texts(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(", "))
                .sorted()
                .toList();
    }
}
