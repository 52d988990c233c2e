/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.Locale;

/** What is forecast of a supplier: of its parcels by the day of their promise, of its order lines by the day of the order. */
public enum Target {
    LATE_DISPATCH,
    LATE_DELIVERY,
    DEFECT;

    /** Its name in tables and answers. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
