/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Stock-out cancel: an order line was cancelled because the stock was not there; worse where it had been shown. */
public final class NoStockCancel {
    /** True for lines cancelled for lack of stock, never null. */
    public static final Column CANCELLED =
            col("status").equalTo("cancelled").and(coalesce(col("cancel_reason").equalTo("no_stock"), lit(false)));

    /** True for lines that the shown stock could have filled, never null. */
    public static final Column SHOWN = coalesce(col("shown_stock").geq(col("quantity")), lit(false));

    private NoStockCancel() {}
}
