/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.time.LocalDate;
import java.util.List;

/**
 * What a backtest found.
 *
 * @param origins first days that were foretold, in their order
 */
public record Backtest(List<LocalDate> origins, List<Score> scores) {
    public Backtest {
        origins = List.copyOf(origins);
        scores = List.copyOf(scores);
    }
}
