/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** How numbers are written: the decimal sign, and the sign between thousands. */
record NumberSigns(String decimal, String group) {
    private static final List<NumberSigns> USUAL = List.of(
            new NumberSigns(".", ""),
            new NumberSigns(",", ""),
            new NumberSigns(".", ","),
            new NumberSigns(",", "."),
            new NumberSigns(",", " "),
            new NumberSigns(".", "'"));

    /** The signs that read most values; of equally good ones the first, where a comma separates columns no decimal comma. */
    static NumberSigns best(Collection<String> values, char delimiter) {
        List<NumberSigns> candidates = delimiter == ';'
                ? USUAL.stream()
                        .sorted(Comparator.comparing(signs -> !signs.decimal().equals(",")))
                        .toList()
                : USUAL;
        NumberSigns best = candidates.get(0);
        long most = -1;
        for (NumberSigns signs : candidates) {
            long read = values.stream().filter(signs::reads).count();
            if (read > most) {
                best = signs;
                most = read;
            }
        }
        return best;
    }

    boolean reads(String text) {
        String digits = group.isEmpty() ? "\\d+" : "(\\d+|\\d{1,3}(%s\\d{3})+)".formatted(Pattern.quote(group));
        return text.matches(
                "[\\p{Sc}\\s]*[+-]?%s(%s\\d+)?([eE][+-]?\\d+)?[\\p{Sc}\\s]*".formatted(digits, Pattern.quote(decimal)));
    }

    boolean isWhole(String text) {
        return reads(text) && text.replace(group, "").matches("[+-]?\\d{1,18}");
    }
}
