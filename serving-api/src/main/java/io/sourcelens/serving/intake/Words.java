/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.PropertyPlaceholderHelper;

/** Sentences of one language, from its file; figures stand in them by their names. */
enum Words {
    ZH,
    EN;

    private static final PropertyPlaceholderHelper FIGURES = new PropertyPlaceholderHelper("{", "}");
    private static final String UNKNOWN = "?";

    private final String file = "words/reasons_%s.properties".formatted(name().toLowerCase(Locale.ROOT));
    private final Properties sentences = new Properties();

    Words() {
        try (var stream = Words.class.getResourceAsStream("/" + file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    boolean has(String code) {
        return sentences.getProperty(code) != null;
    }

    String of(String code, Map<String, String> figures) {
        String sentence = sentences.getProperty(code);
        if (sentence == null) {
            throw new IllegalArgumentException("Cannot find words for %s; add them to %s".formatted(code, file));
        }
        return FIGURES.replacePlaceholders(sentence, figures::get);
    }

    static String count(long value) {
        return Long.toString(value);
    }

    static String share(@Nullable Double value) {
        return value == null
                ? UNKNOWN
                : NumberFormat.getPercentInstance(Locale.ROOT).format(value);
    }

    /** With one decimal at most. */
    static String number(@Nullable Double value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(1);
        format.setGroupingUsed(false);
        return value == null ? UNKNOWN : format.format(value);
    }

    static String money(@Nullable Long minor, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return minor == null ? UNKNOWN : BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
