/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.Locale;

/** Why a record was not taken into the lake. */
public enum RejectReason {
    /** Not a JSON object in UTF-8, or one that names a field twice. */
    MALFORMED,
    /** More bytes, deeper nesting, or a longer number, exponent or name than {@link RecordParser} allows. */
    TOO_LARGE,
    /** A text holds NUL or half a surrogate pair, which neither databases nor UTF-8 can keep, or is not of its format. */
    INVALID_TEXT,
    /** Its topic belongs to no entity of the contract. */
    UNKNOWN_ENTITY,
    /** A required field is absent, null or blank. */
    MISSING_FIELD,
    /** A value is not of its field's type. */
    WRONG_TYPE,
    /** A value is not among the symbols of its field. */
    UNKNOWN_SYMBOL,
    /** A number or an instant outside what its field allows. */
    OUT_OF_RANGE,
    /** Two values that cannot both be true, such as delivered before ordered. */
    CONTRADICTION;

    /** The code in {@code raw.dead_letter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
