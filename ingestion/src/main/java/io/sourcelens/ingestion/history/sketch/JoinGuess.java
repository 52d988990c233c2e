/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import java.util.List;
import java.util.Optional;

/**
 * A column of a file whose values are keys of another.
 *
 * @param found share of its distinct values that the other file's sample has
 */
record JoinGuess(SampledFile from, Column column, SampledFile to, Column key, double found) {
    private static final double MOST = 0.5;

    static Optional<JoinGuess> between(SampledFile from, SampledFile to) {
        return to.columns().stream()
                .filter(Column::isKey)
                .flatMap(key -> from.columns().stream()
                        .filter(column -> !column.values().isEmpty() && isNamedAfter(column, to, key))
                        .map(column -> new JoinGuess(from, column, to, key, share(column, key))))
                .filter(guess -> guess.found() >= MOST)
                .max(java.util.Comparator.comparingDouble(JoinGuess::found));
    }

    /** {@code order_id} of {@code items} is the {@code id} or the {@code order_id} of {@code orders}. */
    private static boolean isNamedAfter(Column column, SampledFile file, Column key) {
        String name = FieldGuess.fold(column.name());
        String singular = file.name().replaceFirst("s$", "");
        boolean sameField = List.of("order_id", "sku_id", "seller_id", "supplier_id", "parcel_id").stream()
                .anyMatch(field -> FieldGuess.of(field, List.of(column)).size() == 1
                        && FieldGuess.of(field, List.of(key)).size() == 1);
        return name.equals(FieldGuess.fold(key.name()))
                || sameField
                || singular.length() > 2 && name.contains(FieldGuess.fold(singular));
    }

    private static double share(Column column, Column key) {
        return (double) column.values().stream().filter(key.values()::contains).count()
                / column.values().size();
    }
}
