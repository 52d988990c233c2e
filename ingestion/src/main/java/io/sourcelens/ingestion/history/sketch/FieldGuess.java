/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.ingestion.history.sketch.Column.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Which column a field of the contract is probably in, by what such columns are called elsewhere and by their values. */
final class FieldGuess {
    private static final Properties WORDS = read("history/sketch_words.properties");
    private static final Properties CODES = read("history/sketch_codes.properties");

    private FieldGuess() {}

    /** The columns that could be it, the likeliest first. */
    static List<Column> of(String field, List<Column> columns) {
        return columns.stream()
                .filter(column -> fits(field, column) && rank(field, column) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(column -> rank(field, column)))
                .toList();
    }

    /** What a word says about where an order stands. */
    static Optional<String> status(String word) {
        return CODES.stringPropertyNames().stream()
                .filter(status -> List.of(CODES.getProperty(status).split(","))
                        .contains(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\([^)]*\\)", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The place of the column's name in the words of the field; after them, names that contain a word. */
    private static int rank(String field, Column column) {
        List<String> words = List.of(WORDS.getProperty(field, "").split(","));
        String whole = fold(column.name());
        String last = fold(column.name().substring(column.name().lastIndexOf('.') + 1));
        if (words.contains(whole) || words.contains(last)) {
            return words.contains(whole) ? words.indexOf(whole) : words.indexOf(last);
        }
        for (int index = 0; index < words.size(); index++) {
            if (words.get(index).length() > 5 && whole.contains(words.get(index))) {
                return words.size() + index;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean fits(String field, Column column) {
        if (field.endsWith("_at")) {
            return column.kind() == Kind.TIME;
        }
        if (field.endsWith("_minor") || field.equals("quantity") || field.equals("line_number")) {
            return column.isNumber();
        }
        return column.kind() != Kind.TIME
                && column.kind() != Kind.NUMBER
                && (!field.equals("order_line_id") || column.isKey());
    }

    private static Properties read(String path) {
        try (InputStream stream = FieldGuess.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find resource %s; build the module again".formatted(path));
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + path, e);
        }
    }
}
