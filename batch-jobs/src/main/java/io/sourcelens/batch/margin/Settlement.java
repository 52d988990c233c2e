/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.marketplace.Marketplaces;
import org.apache.spark.sql.Column;

/**
 * Settled: the return window has closed, {@code ordered_at + return_window_days <= as_of}. Days before the edge are
 * settled as a whole, days after it not at all; of the edge's own day the lines have to be looked at.
 */
public final class Settlement {
    private Settlement() {}

    /** True for settled lines of the day on which the edge lies. */
    public static Column onEdge(Marketplaces marketplaces) {
        return marketplaces.condition(one -> col("ordered_at")
                .geq(lit(one.start(one.day(one.settledUntil()))))
                .and(col("ordered_at").leq(lit(one.settledUntil()))));
    }
}
