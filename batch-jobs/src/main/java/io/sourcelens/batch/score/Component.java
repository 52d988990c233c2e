/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.Locale;

/** What a score is made of; documented in {@code mart.supplier_score_component}. */
enum Component {
    LATE_DISPATCH(true),
    LATE_TRANSIT(true),
    DEFECT(false),
    NO_STOCK_CANCEL(false),
    VALID_TRACKING(true);

    private final boolean ofParcels;

    Component(boolean ofParcels) {
        this.ofParcels = ofParcels;
    }

    /** Whether it is counted of parcels and not of order lines. */
    boolean isOfParcels() {
        return ofParcels;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Component of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
