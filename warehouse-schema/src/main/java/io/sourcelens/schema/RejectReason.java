/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.Locale;

/** Why a record was not taken into the lake. */
public enum RejectReason {
    /** Not a JSON object. */
    MALFORMED,
    /** Its topic belongs to no entity of the contract. */
    UNKNOWN_ENTITY,
    /** A required field is absent, null or blank. */
    MISSING_FIELD,
    /** A value is not of its field's type. */
    WRONG_TYPE,
    /** A value is not among the symbols of its field. */
    UNKNOWN_SYMBOL,
    /** A number is below its field's minimum, or an instant outside 1990 to 2100. */
    OUT_OF_RANGE;

    /** The code in {@code raw.dead_letter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
