/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

/**
 * How demand for goods changes with age: nothing, or a logistic rise or fall by a factor around a day.
 *
 * @param turningDay days since the start of the history at which half of the change has happened
 */
public record Trend(Kind kind, double turningDay) {
    private static final double FACTOR = 9;
    private static final double SPREAD_DAYS = 4;

    /** Which way demand goes. */
    public enum Kind {
        STEADY,
        RISING,
        FADING
    }

    static Trend draw(int days, Randomness randomness) {
        double kind = randomness.nextDouble();
        double turning = randomness.nextDouble();
        if (kind < 0.025) {
            return new Trend(Kind.RISING, days - 3 - 0.25 * days * turning);
        }
        return kind < 0.05 ? new Trend(Kind.FADING, days * (0.3 + 0.6 * turning)) : new Trend(Kind.STEADY, 0);
    }

    /** Multiplier of the demand. */
    double factor(double age) {
        double change = 1 / (1 + Math.exp(-(age - turningDay) / SPREAD_DAYS));
        return switch (kind) {
            case STEADY -> 1;
            case RISING -> 1 + (FACTOR - 1) * change;
            case FADING -> 1 - (1 - 1 / FACTOR) * change;
        };
    }
}
