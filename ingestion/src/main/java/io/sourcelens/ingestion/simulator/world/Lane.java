/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

/** Ship-from province to ship-to province. */
public record Lane(String from, String to, double kilometres) {

    /** Median hours from first scan to delivery with an ordinary carrier. */
    public double transitHours() {
        return 20 + kilometres / 28;
    }

    /** Whole days that are promised between dispatch and delivery. */
    public int promisedTransitDays() {
        return (int) Math.ceil(transitHours() * 1.35 / 24);
    }

    /** Freight of the first kilogram. */
    public long firstKilogramMinor() {
        return 350 + Math.round(kilometres / 10) * 3;
    }

    /** Freight of each further half kilogram. */
    public long furtherHalfKilogramMinor() {
        return 60 + Math.round(kilometres / 10);
    }
}
