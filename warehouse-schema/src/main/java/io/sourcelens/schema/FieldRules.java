/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which values of its type a field may have, as its schema file says.
 *
 * @param minimum smallest number, {@code null} if there is none
 * @param maximum greatest number, {@code null} if there is none; keeps sums of hostile records within 64 bits
 * @param symbols the values that are possible, empty if any is
 * @param notBefore field that never lies later than this one, {@code null} if there is none
 * @param daysAhead days that an instant may lie after the source committed it
 * @param format what a text must be readable as, {@code null} if it may be anything
 */
public record FieldRules(
        @Nullable Long minimum,
        @Nullable Long maximum,
        Set<String> symbols,
        @Nullable String notBefore,
        int daysAhead,
        @Nullable TextFormat format) {
    /** Clocks differ, and a time zone that was left out moves an instant by hours. */
    private static final int ONE_DAY = 1;

    public FieldRules {
        symbols = Set.copyOf(symbols);
    }

    static FieldRules parse(Schema.Field avro) {
        Integer daysAhead = (Integer) avro.getObjectProp("days_ahead");
        String format = avro.getProp("format");
        return new FieldRules(
                number(avro, "min"),
                number(avro, "max"),
                Set.copyOf(strings(avro.getObjectProp("symbols"))),
                avro.getProp("not_before"),
                daysAhead == null ? ONE_DAY : daysAhead,
                format == null ? null : TextFormat.valueOf(format.toUpperCase(Locale.ROOT)));
    }

    /** The rules in words, for the data dictionary; empty if there are none. */
    String words() {
        List<String> words = new ArrayList<>();
        if (minimum != null) {
            words.add(maximum == null ? "at least %d".formatted(minimum) : "%d to %d".formatted(minimum, maximum));
        }
        if (!symbols.isEmpty()) {
            words.add(symbols.stream().sorted().collect(Collectors.joining(" \\| ")));
        }
        if (notBefore != null) {
            words.add("not before `%s`".formatted(notBefore));
        }
        if (daysAhead != ONE_DAY) {
            words.add("up to %d days ahead".formatted(daysAhead));
        }
        if (format != null) {
            words.add(format.description());
        }
        return String.join(", ", words);
    }

    private static @Nullable Long number(Schema.Field avro, String property) {
        Number number = (Number) avro.getObjectProp(property);
        return number == null ? null : number.longValue();
    }

    static List<String> strings(@Nullable Object property) {
        List<String> strings = new ArrayList<>();
        if (property instanceof Collection<?> collection) {
            collection.forEach(element -> strings.add((String) element));
        }
        return strings;
    }
}
