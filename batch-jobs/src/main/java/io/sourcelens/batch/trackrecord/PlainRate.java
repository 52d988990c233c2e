/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.Locale;

/** Plainer ways to tell how likely a supplier's parcels are late. */
enum PlainRate {
    /** Share of what was due. */
    RAW_RATE,
    /** The same from 50 parcels on; below that the rate of all. */
    CUT_OFF_50,
    /** The rate of all suppliers. */
    GLOBAL_RATE,
    /** As if every supplier had had 20 more parcels at the rate of all. */
    SHRUNK_20,
    /** Odoo's on-time rate looks at what was received; what never came is in no share. */
    ODOO,
    /** ERPNext's scorecard does too, and a supplier of whom nothing was received scores full. */
    ERPNEXT;

    private static final int CUT_OFF = 50;
    private static final int STRENGTH = 20;

    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param all rate of all suppliers */
    double of(Due supplier, double all) {
        return switch (this) {
            case RAW_RATE -> supplier.due() == 0 ? all : (double) supplier.late() / supplier.due();
            case CUT_OFF_50 -> supplier.due() < CUT_OFF ? all : (double) supplier.late() / supplier.due();
            case GLOBAL_RATE -> all;
            case SHRUNK_20 -> (supplier.late() + STRENGTH * all) / (supplier.due() + STRENGTH);
            case ODOO -> supplier.received() == 0 ? all : supplier.receivedLate();
            case ERPNEXT -> supplier.received() == 0 ? 0 : supplier.receivedLate();
        };
    }

    /** What was due of a supplier, late and missing among it. */
    record Due(long due, long late, long missing) {
        static final Due NOTHING = new Due(0, 0, 0);

        Due and(Due more) {
            return new Due(due + more.due, late + more.late, missing + more.missing);
        }

        long received() {
            return due - missing;
        }

        double receivedLate() {
            return (double) (late - missing) / received();
        }
    }
}
