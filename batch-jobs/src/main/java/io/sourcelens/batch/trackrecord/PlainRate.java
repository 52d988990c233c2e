/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.List;
import java.util.Locale;

/** Plainer ways to tell how likely a supplier's parcels are late, or its lines defective. */
enum PlainRate {
    /** Share of those that were seen. */
    RAW_RATE,
    /** The same from 50 on; below that the rate of all. */
    CUT_OFF_50,
    /** The rate of all suppliers. */
    GLOBAL_RATE,
    /** As if every supplier had had 20 more at the rate of all. */
    SHRUNK_20,
    /** Odoo's on-time rate looks at what was received; what never came is in no share. */
    ODOO,
    /** ERPNext's scorecard does too, and a supplier of whom nothing was received scores full. */
    ERPNEXT;

    private static final int CUT_OFF = 50;
    private static final int STRENGTH = 20;

    /** Those of parcels; of lines there is nothing to receive. */
    static List<PlainRate> ofParcels() {
        return List.of(values());
    }

    static List<PlainRate> ofLines() {
        return List.of(RAW_RATE, CUT_OFF_50, GLOBAL_RATE, SHRUNK_20);
    }

    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param all rate of all suppliers */
    double of(Trials supplier, double all) {
        return switch (this) {
            case RAW_RATE -> supplier.all() == 0 ? all : supplier.rate();
            case CUT_OFF_50 -> supplier.all() < CUT_OFF ? all : supplier.rate();
            case GLOBAL_RATE -> all;
            case SHRUNK_20 -> (supplier.events() + STRENGTH * all) / (supplier.all() + STRENGTH);
            case ODOO -> supplier.received() == 0 ? all : supplier.receivedLate();
            case ERPNEXT -> supplier.received() == 0 ? 0 : supplier.receivedLate();
        };
    }

    /** Parcels or lines of a supplier, with events and missing ones among them. */
    record Trials(long all, long events, long missing) {
        static final Trials NONE = new Trials(0, 0, 0);

        Trials and(Trials more) {
            return new Trials(all + more.all, events + more.events, missing + more.missing);
        }

        double rate() {
            return (double) events / all;
        }

        long received() {
            return all - missing;
        }

        double receivedLate() {
            return (double) (events - missing) / received();
        }
    }
}
