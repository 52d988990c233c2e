/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param unit what its numbers count, {@code null} for texts and flags
 * @param minimum smallest value that is possible, {@code null} if there is none
 * @param symbols the values that are possible, empty if any is
 * @param personal whether it names a person: the lake holds a {@link Pseudonyms pseudonym} instead
 * @param since version of the table that brought it
 */
public record Field(
        String name,
        FieldType type,
        boolean nullable,
        @Nullable String unit,
        @Nullable Long minimum,
        Set<String> symbols,
        boolean personal,
        int since,
        String meaningEnglish,
        String meaningChinese) {

    public Field {
        symbols = Set.copyOf(symbols);
    }
}
