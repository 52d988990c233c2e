/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.schema.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a value can be. */
enum ValueType {
    TEXT("a text"),
    INTEGER("a whole number"),
    NUMBER("a number"),
    /** An amount of money, in whole minor units. */
    MINOR("an amount of whole minor units"),
    TIME("a time"),
    FLAG("true or false");

    private final String meaning;

    ValueType(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static ValueType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static ValueType of(Field field) {
        return switch (field.type()) {
            case STRING -> TEXT;
            case INTEGER -> INTEGER;
            case LONG -> "minor".equals(field.unit()) ? MINOR : INTEGER;
            case DOUBLE -> NUMBER;
            case BOOLEAN -> FLAG;
            case TIMESTAMP, DATE -> TIME;
            case LONG_LIST -> throw new IllegalStateException("Cannot read a list: no entity has one");
        };
    }
}
