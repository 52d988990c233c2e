/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One figure of one made-up world.
 *
 * @param unit empty for a plain number
 */
public record Finding(
        @JsonProperty("name") String name,
        @JsonProperty("unit") String unit,
        @JsonProperty("goal") Goal goal,
        @JsonProperty("value") double value) {

    /** A figure that is stated and not judged. */
    public static Finding stated(String name, String unit, double value) {
        return new Finding(name, unit, Goal.NONE, value);
    }

    public static Finding atLeast(String name, String unit, double least, double value) {
        return new Finding(name, unit, new Goal(least, null), value);
    }

    public static Finding atMost(String name, String unit, double most, double value) {
        return new Finding(name, unit, new Goal(null, most), value);
    }

    public static Finding between(String name, String unit, double least, double most, double value) {
        return new Finding(name, unit, new Goal(least, most), value);
    }

    /** True without a goal. */
    public boolean holds() {
        return goal.holds(value);
    }
}
