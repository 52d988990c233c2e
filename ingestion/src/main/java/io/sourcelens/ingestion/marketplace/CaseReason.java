/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** Why an after-sale case was opened. */
public enum CaseReason {
    QUALITY,
    DAMAGED,
    NOT_AS_DESCRIBED,
    MISSING,
    LATE,
    NO_REASON;

    /** Whether the goods were at fault, as opposed to the carrier's pace or the buyer's mood. */
    public boolean isDefect() {
        return switch (this) {
            case QUALITY, DAMAGED, NOT_AS_DESCRIBED, MISSING -> true;
            case LATE, NO_REASON -> false;
        };
    }
}
