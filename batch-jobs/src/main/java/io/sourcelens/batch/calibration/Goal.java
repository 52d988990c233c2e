/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.calibration;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Where a figure should lie, both ends included; null where it has no end. */
public record Goal(
        @JsonProperty("at_least") @Nullable Double atLeast,
        @JsonProperty("at_most") @Nullable Double atMost) {
    static final Goal NONE = new Goal(null, null);

    boolean holds(double value) {
        return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
    }
}
