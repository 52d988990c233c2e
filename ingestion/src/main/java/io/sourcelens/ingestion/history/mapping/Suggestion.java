/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a person probably meant. */
final class Suggestion {
    private static final int NAMES_TO_LIST = 12;

    private Suggestion() {}

    /** For the end of a message: the nearest known name, or the known names. */
    static String among(Collection<String> known, String given) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(fold(name), fold(given))))
                .filter(name -> distance(fold(name), fold(given)) <= 1 + Math.min(name.length(), given.length()) / 3)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> list(known));
    }

    private static String list(Collection<String> known) {
        String names = String.join(", ", known.stream().limit(NAMES_TO_LIST).toList());
        return "known are " + (known.size() > NAMES_TO_LIST ? names + ", … (%d)".formatted(known.size()) : names);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /** Levenshtein's: insertions, deletions and substitutions that lead from one to the other. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int substitution = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(substitution, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
