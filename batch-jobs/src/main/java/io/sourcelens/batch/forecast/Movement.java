/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

/** How made-up suppliers and their marketplace move: what averages out over a long horizon, and what does not. */
public enum Movement {
    USUAL("", 0.15, 0.8),
    STEADY(", steady suppliers", 0, 0),
    FAST(", twice the drift", 0.3, 0.8);

    private final String label;
    private final double drift;
    private final double festival;

    Movement(String label, double drift, double festival) {
        this.label = label;
        this.drift = drift;
        this.festival = festival;
    }

    /** After the name of a figure. */
    String label() {
        return label;
    }

    /** Deviation of a supplier's step from month to month, on the logit. */
    double drift() {
        return drift;
    }

    /** What everybody's level rises by in a week of festival, on the logit. */
    double festival() {
        return festival;
    }
}
