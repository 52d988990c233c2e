/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Waits from one scan to the next, by whole hours begun, and how long 19 of 20 take: the product-limit estimate, in which a
 * wait that is not over counts as long as it has lasted (E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete
 * observations, JASA 53 (1958), 457–481).
 */
final class GapLimit {
    private static final double STILL_WAITING = 0.05;
    private static final double ROUNDING = 1e-12;

    private final TreeMap<Integer, long[]> byHours = new TreeMap<>();
    private long gaps;
    private long over;

    void add(int hours, boolean isOver, long number) {
        byHours.computeIfAbsent(hours, any -> new long[2])[isOver ? 0 : 1] += number;
        gaps += number;
        over += isOver ? number : 0;
    }

    long gaps() {
        return gaps;
    }

    /** Of these, how many ended. */
    long over() {
        return over;
    }

    /** Hours after which at most one in twenty waits; null if too many of them are not over to tell. */
    @Nullable
    Integer hours() {
        double waiting = 1;
        long atRisk = gaps;
        for (var entry : byHours.entrySet()) {
            waiting *= 1 - (double) entry.getValue()[0] / atRisk;
            if (waiting <= STILL_WAITING + ROUNDING) {
                return entry.getKey();
            }
            atRisk -= entry.getValue()[0] + entry.getValue()[1];
        }
        return null;
    }
}
