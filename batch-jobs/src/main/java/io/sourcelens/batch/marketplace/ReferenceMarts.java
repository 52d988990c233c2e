/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** {@code mart.marketplace} and {@code mart.category}: what readers choose from. */
public final class ReferenceMarts {
    private ReferenceMarts() {}

    /**
     * Rows of {@code core.marketplace} or {@code core.category} as readers see them.
     *
     * @param known marketplaces with an order; the others have nothing to be read yet
     */
    public static Dataset<Row> mart(Dataset<Row> rows, Marketplaces known, String runId) {
        return rows.filter(not(col("deleted")))
                .filter(known.condition(one -> lit(true)))
                .withColumn("as_of", known.value(one -> lit(one.knownUntil())))
                .withColumn("run_id", lit(runId));
    }
}
