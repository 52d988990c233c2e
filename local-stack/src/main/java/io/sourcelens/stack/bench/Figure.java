/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure over all runs.
 *
 * @param goal upper bound that it should keep, {@code null} where there is none
 * @param holds whether the median keeps the goal, {@code null} without one
 */
public record Figure(
        @JsonProperty("name") String name,
        @JsonProperty("unit") String unit,
        @JsonProperty("median") double median,
        @JsonProperty("min") double min,
        @JsonProperty("max") double max,
        @JsonProperty("goal") @Nullable Double goal,
        @JsonProperty("holds") @Nullable Boolean holds) {

    /** Of at least one value; the median of an even number is the upper one. */
    public static Figure of(String name, String unit, @Nullable Double goal, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        return new Figure(
                name, unit, median, sorted[0], sorted[sorted.length - 1], goal, goal == null ? null : median <= goal);
    }
}
