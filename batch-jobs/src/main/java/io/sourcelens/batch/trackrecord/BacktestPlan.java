/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.marketplace.Marketplace;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of what, and from which origins.
 *
 * @param marketplace known until its newest order
 * @param from no origin is earlier; null for the first possible one
 * @param to no origin is later; null for the last possible one
 * @param horizonDays days from an origin on that are foretold
 * @param stepDays days from one origin to the next
 */
public record BacktestPlan(
        Marketplace marketplace,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int horizonDays,
        int stepDays) {
    public BacktestPlan {
        if (horizonDays < 1 || stepDays < 1) {
            throw new BacktestException(
                    "Cannot backtest %d days every %d days: both must be 1 or more".formatted(horizonDays, stepDays));
        }
    }
}
