/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure that two versions of a mart do not say alike.
 *
 * @param key of the row, in the order of the mart's key
 * @param column the figure, or {@link #ROW} where one version has no such row
 * @param then what was published
 * @param again what was computed again
 */
public record Difference(
        List<@Nullable Object> key,
        String column,
        @Nullable Object then,
        @Nullable Object again) {
    /** Stands for a whole row, which is {@code present} or {@code absent}. */
    static final String ROW = "(row)";

    private static final String PRESENT = "present";
    private static final String ABSENT = "absent";

    /** A row that only one version has. */
    static Difference ofRow(List<@Nullable Object> key, boolean publishedThen) {
        return new Difference(key, ROW, publishedThen ? PRESENT : ABSENT, publishedThen ? ABSENT : PRESENT);
    }

    /** On a line for people. */
    String text() {
        return "%s  %s  %s → %s"
                .formatted(key.stream().map(String::valueOf).collect(Collectors.joining(" ")), column, then, again);
    }
}
