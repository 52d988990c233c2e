/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one value is read.
 *
 * @param place where the mapping says so
 * @param origin what it is read from
 * @param type what it is, where the contract does not say it
 * @param formats of times, as of DuckDB's strptime, or iso8601, epoch_seconds, epoch_millis
 * @param unit of amounts: major or minor
 * @param empty texts that mean nothing
 * @param emptyLike regular expression of texts that mean nothing
 * @param codes what a text stands for
 * @param otherCodes what to do with a text that is not among the codes: reject, empty or keep
 * @param otherwise taken where there is nothing
 * @param unreadableIsEmpty whether what cannot be read counts as nothing, instead of rejecting the row
 * @param take of the rows of a record: first, last, min, max or sum
 */
record Value(
        String place,
        Origin origin,
        @Nullable String type,
        List<String> formats,
        @Nullable String timeZone,
        String unit,
        @Nullable String decimal,
        @Nullable String group,
        @Nullable String multiplyBy,
        boolean rounds,
        List<String> empty,
        @Nullable String emptyLike,
        @Nullable String letterCase,
        Map<String, String> codes,
        String otherCodes,
        @Nullable String otherwise,
        boolean unreadableIsEmpty,
        String take) {

    Value {
        formats = List.copyOf(formats);
        empty = List.copyOf(empty);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    boolean isExpression() {
        return origin instanceof Origin.Expression || origin instanceof Origin.Counter;
    }

    /** What a value is read from. */
    sealed interface Origin {
        /** Columns that it names, as the mapping spells them. */
        default List<String> columnNames() {
            return List.of();
        }

        /** A column of the file, or {@code FILE.COLUMN} of a joined one. */
        record Column(String name) implements Origin {
            @Override
            public List<String> columnNames() {
                return List.of(name);
            }
        }

        /** Several columns, joined by a hyphen. */
        record Columns(List<String> names) implements Origin {
            @Override
            public List<String> columnNames() {
                return List.copyOf(names);
            }
        }

        /** The same for every row. */
        record Constant(String text) implements Origin {}

        /** SQL over the columns. */
        record Expression(String sql) implements Origin {}

        /** The row's place, from 1, among those that have these columns in common. */
        record Counter(List<String> names) implements Origin {
            @Override
            public List<String> columnNames() {
                return List.copyOf(names);
            }
        }
    }
}
