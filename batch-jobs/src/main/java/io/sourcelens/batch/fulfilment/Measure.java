/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.Locale;

/** What the rows of {@code mart.supplier_fulfilment} are of; documented there. */
enum Measure {
    DISPATCHED_WITHIN_24_HOURS("share"),
    DISPATCHED_WITHIN_48_HOURS("share"),
    DISPATCH_HOURS_MEDIAN("hours"),
    DISPATCH_HOURS_P90("hours"),
    DELIVERED_BY_PROMISE("share"),
    TRANSIT_HOURS_MEDIAN("hours"),
    TRANSIT_HOURS_P90("hours"),
    TRANSIT_HOURS_AGAINST_PEERS("hours"),
    TRANSIT_ON_TIME_AGAINST_PEERS("share"),
    VALID_TRACKING("share"),
    LABEL_TO_SCAN_HOURS_MEDIAN("hours"),
    LABEL_TO_SCAN_HOURS_P90("hours"),
    NO_STOCK_CANCEL("share"),
    NO_STOCK_CANCEL_ALTHOUGH_SHOWN("share");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Without carrier scans nobody knows it. */
    boolean needsScans() {
        return switch (this) {
            case DELIVERED_BY_PROMISE, NO_STOCK_CANCEL, NO_STOCK_CANCEL_ALTHOUGH_SHOWN -> false;
            case DISPATCHED_WITHIN_24_HOURS,
                    DISPATCHED_WITHIN_48_HOURS,
                    DISPATCH_HOURS_MEDIAN,
                    DISPATCH_HOURS_P90,
                    TRANSIT_HOURS_MEDIAN,
                    TRANSIT_HOURS_P90,
                    TRANSIT_HOURS_AGAINST_PEERS,
                    TRANSIT_ON_TIME_AGAINST_PEERS,
                    VALID_TRACKING,
                    LABEL_TO_SCAN_HOURS_MEDIAN,
                    LABEL_TO_SCAN_HOURS_P90 -> true;
        };
    }
}
