/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Picks rows by keys of other rows of the same marketplace. */
final class Keys {
    private Keys() {}

    /** The rows whose key occurs among the others. */
    static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> others, String key) {
        return rows.join(others.select("marketplace", key), new String[] {"marketplace", key}, "left_semi");
    }
}
