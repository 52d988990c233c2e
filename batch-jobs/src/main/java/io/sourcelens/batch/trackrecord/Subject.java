/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.lake.Lake;
import java.util.List;
import java.util.function.Consumer;

/** Something of which a track record is kept. */
public interface Subject {
    /** Its name, as in {@code ./sourcelens backtest NAME}. */
    String name();

    /** Horizon unless another is asked for. */
    int horizonDays();

    /** Columns of a prediction with its outcome. */
    List<String> predictionColumns();

    /**
     * Foretells from every origin of the plan, seeing nothing after it, and compares.
     *
     * @param predictions takes every prediction with its outcome
     * @param progress takes a line for each origin
     */
    Backtest run(Lake lake, BacktestPlan plan, Predictions predictions, Consumer<String> progress);
}
