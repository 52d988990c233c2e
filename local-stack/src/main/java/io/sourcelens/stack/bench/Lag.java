/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Http;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the hops are behind, as the watch tells. What it does not know is not a number: a part did not answer.
 *
 * @param slotBytes log of PostgreSQL that the connector has not taken over
 * @param pendingRecords in the topics and not read by the streaming job
 * @param martsBehindSeconds newest record in the topics less the newest that the marts know
 */
record Lag(double slotBytes, double pendingRecords, double checkpointAgeSeconds, double martsBehindSeconds) {
    static final Lag UNKNOWN = new Lag(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private static final String PREFIX = "sourcelens_watch_";

    static Lag now(StackSettings settings) {
        try {
            return parse(Http.get("http://127.0.0.1:%s/metrics".formatted(settings.value("WATCH_PORT")))
                    .body());
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** @param metrics in Prometheus' text format */
    static Lag parse(String metrics) {
        Map<String, Double> values = metrics.lines()
                .filter(line -> line.startsWith(PREFIX) && !line.contains("{"))
                .map(line -> line.substring(PREFIX.length()).split(" "))
                .collect(Collectors.toMap(sample -> sample[0], sample -> Double.valueOf(sample[1])));
        return new Lag(
                values.getOrDefault("slot_behind_bytes", Double.NaN),
                values.getOrDefault("streaming_pending_records", Double.NaN),
                values.getOrDefault("streaming_checkpoint_age_seconds", Double.NaN),
                values.getOrDefault("marts_behind_seconds", Double.NaN));
    }
}
