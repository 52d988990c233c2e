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

    /** Share that waits longer than so many hours. */
    double stillWaiting(int hours) {
        double waiting = 1;
        long atRisk = gaps;
        for (long[] ended : byHours.headMap(hours, true).values()) {
            waiting *= 1 - (double) ended[0] / atRisk;
            atRisk -= ended[0] + ended[1];
        }
        return waiting;
    }

    /** Hours after which at most one in twenty waits; null if too many of them are not over to tell. */
    @Nullable
    Integer hours() {
        return byHours.keySet().stream()
                .filter(hours -> stillWaiting(hours) <= STILL_WAITING + ROUNDING)
                .findFirst()
                .orElse(null);
    }
}
