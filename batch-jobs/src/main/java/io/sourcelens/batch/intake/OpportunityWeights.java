/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.OpportunityScore.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What each part of a score counts for; published with every score by its version. */
record OpportunityWeights(int version, Map<Part, Double> weights) {
    private static final String FILE = "/intake/opportunity-weights.properties";

    /** The released weights. */
    static OpportunityWeights released() {
        Properties file = new Properties();
        try (InputStream stream = OpportunityWeights.class.getResourceAsStream(FILE)) {
            file.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        Map<Part, Double> weights = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            weights.put(part, Double.valueOf(file.getProperty(part.name().toLowerCase(Locale.ROOT))));
        }
        return new OpportunityWeights(Integer.parseInt(file.getProperty("version")), weights);
    }

    double of(Part part) {
        return weights.getOrDefault(part, 0.0);
    }

    double total() {
        return weights.values().stream().mapToDouble(weight -> weight).sum();
    }
}
