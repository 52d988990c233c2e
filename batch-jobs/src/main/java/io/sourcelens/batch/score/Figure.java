/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a supplier by one component.
 *
 * @param estimate null with a reason
 * @param low lower end of its 90 % interval; null if the evidence does not reach it
 * @param evidence parcels or lines behind it
 * @param maturity share of these whose outcome is known; null where it does not apply
 */
record Figure(
        Component component,
        @Nullable Double estimate,
        @Nullable Double low,
        @Nullable Double high,
        long evidence,
        @Nullable Double maturity,
        @Nullable String reason) {

    static Figure unknown(Component component, String reason) {
        return new Figure(component, null, null, null, 0, null, reason);
    }

    boolean isKnown() {
        return estimate != null;
    }
}
