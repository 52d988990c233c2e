/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Weights and scale of scores; their version is published with every score.
 *
 * @param leastEvidence parcels or lines that a component needs behind it to count for a tier
 * @param tierA points from which on A is certain
 * @param tierB points from which on B is certain
 * @param tierD points below which D is certain
 */
public record ScoreRules(
        String version, long leastEvidence, double tierA, double tierB, double tierD, Map<Component, Scale> scales) {
    private static final String RELEASED = "/score/supplier-score.properties";
    private static final String VARIABLE = "SOURCELENS_SUPPLIER_SCORE";

    public ScoreRules {
        if (!(tierA >= tierB && tierB >= tierD)) {
            throw new IllegalArgumentException("Cannot use tiers from %s, %s and below %s points: put them in order"
                    .formatted(tierA, tierB, tierD));
        }
        scales = Collections.unmodifiableMap(new EnumMap<>(scales));
    }

    /**
     * The released rules, or those of the file that SOURCELENS_SUPPLIER_SCORE names.
     *
     * @throws IllegalArgumentException if the file cannot be used
     */
    public static ScoreRules of(Map<String, String> environment) {
        String path = environment.get(VARIABLE);
        try (InputStream file =
                path == null ? ScoreRules.class.getResourceAsStream(RELEASED) : Files.newInputStream(Path.of(path))) {
            Properties properties = new Properties();
            properties.load(file);
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read rules of supplier scores: %s; set %s to a file like the released one or unset it"
                            .formatted(path, VARIABLE),
                    e);
        }
    }

    private static ScoreRules of(Properties file) {
        Map<Component, Scale> scales = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            scales.put(
                    component,
                    new Scale(
                            number(file, component.column() + ".weight"),
                            number(file, component.column() + ".best"),
                            number(file, component.column() + ".worst")));
        }
        return new ScoreRules(
                text(file, "version"),
                (long) number(file, "least_evidence"),
                number(file, "tier_a"),
                number(file, "tier_b"),
                number(file, "tier_d"),
                scales);
    }

    private static double number(Properties file, String key) {
        String text = text(file, key);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot use %s of supplier scores: '%s' is not a number; set it to one".formatted(key, text), e);
        }
    }

    private static String text(Properties file, String key) {
        @Nullable String text = file.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(
                    "Cannot use rules of supplier scores without %s; add it to the file".formatted(key));
        }
        return text.strip();
    }

    /** Changes when any score could. */
    String describe() {
        return "%s %s %s %s %s %s".formatted(version, leastEvidence, tierA, tierB, tierD, scales);
    }

    Scale scale(Component component) {
        return scales.get(component);
    }

    /** Share of all weight. */
    double weight(Component component) {
        return scale(component).weight()
                / scales.values().stream().mapToDouble(Scale::weight).sum();
    }
}
