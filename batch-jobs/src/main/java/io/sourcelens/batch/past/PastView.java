/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import java.time.Instant;
import java.util.Map;

/**
 * Which versions of the lake's tables a {@link PastCatalog} shows.
 *
 * @param mart the one that is computed again: it is not there yet
 * @param publishedAt when the version that it is compared with was there
 * @param inputsAt when the core, rollup and mart tables were as they are read
 * @param rawAt when the raw tables were as they are read: streaming writes them beside a refresh
 */
record PastView(String mart, Instant publishedAt, Instant inputsAt, Instant rawAt) {
    private static final String MART = "past.mart";
    private static final String PUBLISHED_AT = "past.published-at";
    private static final String INPUTS_AT = "past.inputs-at";
    private static final String RAW_AT = "past.raw-at";

    static PastView of(Map<String, String> properties) {
        return new PastView(
                properties.get(MART),
                Instant.parse(properties.get(PUBLISHED_AT)),
                Instant.parse(properties.get(INPUTS_AT)),
                Instant.parse(properties.get(RAW_AT)));
    }

    /** As a catalog takes them. */
    Map<String, String> properties() {
        return Map.of(
                MART,
                mart,
                PUBLISHED_AT,
                publishedAt.toString(),
                INPUTS_AT,
                inputsAt.toString(),
                RAW_AT,
                rawAt.toString());
    }
}
