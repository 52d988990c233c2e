/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param unit what its numbers count, {@code null} for texts and flags
 * @param rules which of its type's values are possible
 * @param personal whether it names a person: the lake holds a {@link Pseudonyms pseudonym} instead
 * @param since version of the table that brought it
 */
public record Field(
        String name,
        FieldType type,
        boolean nullable,
        @Nullable String unit,
        FieldRules rules,
        boolean personal,
        int since,
        String meaningEnglish,
        String meaningChinese) {

    /** Whether it says where a row belongs: to a day, an order, a parcel. */
    boolean isPlace() {
        return !personal && (name.endsWith("_id") || type == FieldType.TIMESTAMP);
    }
}
