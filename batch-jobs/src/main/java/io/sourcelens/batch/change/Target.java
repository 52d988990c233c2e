/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import io.sourcelens.batch.mart.Basis;
import java.util.Set;
import java.util.function.Function;

/** What a supplier may become worse at. */
enum Target {
    LATE_DISPATCH("late_dispatch", "no_tracking", Basis::withScans),
    DEFECT("defect", "no_cases", Basis::withCases);

    private final String column;
    private final String reasonIfUnknown;
    private final Function<Basis, Set<String>> known;

    Target(String column, String reasonIfUnknown, Function<Basis, Set<String>> known) {
        this.column = column;
        this.reasonIfUnknown = reasonIfUnknown;
        this.known = known;
    }

    /** As {@code mart.supplier_change} names it. */
    String column() {
        return column;
    }

    /** Why nothing is known of it in marketplaces that do not deliver it. */
    String reasonIfUnknown() {
        return reasonIfUnknown;
    }

    boolean isKnown(Basis basis, String marketplace) {
        return known.apply(basis).contains(marketplace);
    }
}
