/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.Locale;

/** What is forecast of a supplier's parcels. */
public enum Target {
    LATE_DISPATCH("dispatch"),
    LATE_DELIVERY("delivery");

    private final String promise;

    Target(String promise) {
        this.promise = promise;
    }

    /** Its name in tables and answers. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Beginning of its columns in {@code rollup.supplier_lane_day}. */
    String promise() {
        return promise;
    }
}
