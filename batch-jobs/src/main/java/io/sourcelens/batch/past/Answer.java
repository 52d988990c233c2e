/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a mart that was computed again differs from what was published.
 *
 * @param runId the refresh that left the mart as it was at the time of the question
 * @param finishedAt when that refresh ended
 * @param rowsDiffering rows that are different, or in one of the two alone
 * @param differingByColumn number of rows by the column that differs
 * @param first the first differences, in the order of the mart's key
 */
public record Answer(
        Question question,
        String runId,
        Instant finishedAt,
        long rowsThen,
        long rowsAgain,
        long rowsDiffering,
        Map<String, Long> differingByColumn,
        List<Difference> first) {

    public boolean equal() {
        return rowsDiffering == 0;
    }
}
