/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How long an order waited until it was seen.
 *
 * @param rawSeconds until it was in {@code raw.order_line}; infinite while it is not
 * @param liveSeconds until the live ranking counted it; infinite while it does not
 */
record MarkerWait(long committedAtMillis, double rawSeconds, double liveSeconds) {
    private static final double RAW_LIMIT_SECONDS = 2.5;
    private static final double LIVE_LIMIT_SECONDS = 2;
    private static final int IN_A_ROW = 3;

    /** As the goals of {@code bench freshness} say. */
    boolean isNormal() {
        return rawSeconds <= RAW_LIMIT_SECONDS && liveSeconds <= LIVE_LIMIT_SECONDS;
    }

    /**
     * Seconds after which lag was normal again: the first of three orders in a row that did not wait for longer than usual
     * was committed.
     *
     * @param waits in the order of their commits
     */
    static OptionalDouble backToNormal(List<MarkerWait> waits, long sinceMillis) {
        List<MarkerWait> after = waits.stream()
                .filter(wait -> wait.committedAtMillis >= sinceMillis)
                .toList();
        for (int first = 0; first + IN_A_ROW <= after.size(); first++) {
            if (after.subList(first, first + IN_A_ROW).stream().allMatch(MarkerWait::isNormal)) {
                return OptionalDouble.of((after.get(first).committedAtMillis - sinceMillis) / 1e3);
            }
        }
        return OptionalDouble.empty();
    }
}
