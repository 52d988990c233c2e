/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure over all runs.
 *
 * @param goal bound that it should keep, the lower one of two, {@code null} where there is none
 * @param goalHigh the upper one of two
 * @param goalIs which bound; left out where there is no goal, and in results older than it: an upper one
 * @param holds whether the median keeps the goal, {@code null} without one
 */
public record Figure(
        @JsonProperty("name") String name,
        @JsonProperty("unit") String unit,
        @JsonProperty("median") double median,
        @JsonProperty("min") double min,
        @JsonProperty("max") double max,
        @JsonProperty("goal") @Nullable Double goal,

        @JsonProperty("goal_high") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Double goalHigh,

        @JsonProperty("goal_is") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Bound goalIs,

        @JsonProperty("holds") @Nullable Boolean holds) {

    /** Where the good values lie. */
    public enum Bound {
        @JsonProperty("at most")
        AT_MOST("≤"),
        @JsonProperty("at least")
        AT_LEAST("≥"),
        @JsonProperty("between")
        BETWEEN("");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** Of at least one value, the less the better; the median of an even number is the upper one. */
    public static Figure of(String name, String unit, @Nullable Double goal, double... values) {
        double[] sorted = sorted(values);
        double median = sorted[sorted.length / 2];
        return goal == null
                ? new Figure(name, unit, median, sorted[0], sorted[sorted.length - 1], null, null, null, null)
                : new Figure(
                        name,
                        unit,
                        median,
                        sorted[0],
                        sorted[sorted.length - 1],
                        goal,
                        null,
                        Bound.AT_MOST,
                        median <= goal);
    }

    /** Of at least one value, the more the better; the median of an even number is the lower one. */
    public static Figure atLeast(String name, String unit, double goal, double... values) {
        double[] sorted = sorted(values);
        double median = sorted[(sorted.length - 1) / 2];
        return new Figure(
                name, unit, median, sorted[0], sorted[sorted.length - 1], goal, null, Bound.AT_LEAST, median >= goal);
    }

    /** Of at least one value, good from one bound to the other; the median of an even number is the upper one. */
    public static Figure between(String name, String unit, double low, double high, double... values) {
        double[] sorted = sorted(values);
        double median = sorted[sorted.length / 2];
        boolean holds = low <= median && median <= high;
        return new Figure(name, unit, median, sorted[0], sorted[sorted.length - 1], low, high, Bound.BETWEEN, holds);
    }

    /** The goal as people read it. */
    String goalText() {
        if (goal == null || goalIs == null) {
            return "";
        }
        return goalHigh == null ? goalIs.sign() + " " + goal : goal + " to " + goalHigh;
    }

    private static double[] sorted(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
