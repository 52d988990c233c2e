/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Defect: a line that was not cancelled has an after-sale case for one of the reasons that are the goods' fault. */
public final class Defect {
    private static final List<String> REASONS = List.of("quality", "damaged", "not_as_described", "missing");

    /** Whether a case is about a defect. */
    public static final Column IS_REASON = col("reason").isin(REASONS.toArray());

    private Defect() {}

    /**
     * Lines with {@code defect}, which is false for cancelled ones, and the {@code opened_at} and {@code reason} of their
     * {@code first_case} that is about one; of several opened at once, the first by reason.
     *
     * @param lines {@code core.order_line}
     * @param cases {@code core.after_sale_case}, at least of those lines
     * @return one row per line
     */
    public static Dataset<Row> judge(Dataset<Row> lines, Dataset<Row> cases) {
        Dataset<Row> defects = cases.filter(not(col("deleted")))
                .filter(IS_REASON)
                .groupBy("marketplace", "order_line_id")
                .agg(min(struct("opened_at", "reason")).as("first_case"))
                .withColumn("defect", lit(true));
        return lines.filter(not(col("deleted")))
                .join(defects, new String[] {"marketplace", "order_line_id"}, "left")
                .withColumn("defect", col("status").notEqual("cancelled").and(coalesce(col("defect"), lit(false))));
    }
}
