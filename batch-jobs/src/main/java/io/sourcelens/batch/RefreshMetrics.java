/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.refresh.RefreshResult;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counters of refreshes, in the text format of Prometheus. */
final class RefreshMetrics {
    private final Map<Status, Long> runs = new EnumMap<>(Status.class);
    private final Map<String, Long> martRows = new TreeMap<>();
    private long running;
    private long changes;
    private double lastSeconds;
    private double lastPublishedEpochSeconds;

    synchronized void started() {
        running = 1;
    }

    synchronized void finished(RefreshResult result, Instant now) {
        running = 0;
        runs.merge(result.status(), 1L, Long::sum);
        changes += result.changes();
        lastSeconds = result.seconds();
        martRows.putAll(result.rows());
        if (!result.rows().isEmpty()) {
            lastPublishedEpochSeconds = now.toEpochMilli() / 1000.0;
        }
    }

    synchronized void failed() {
        running = 0;
        runs.merge(Status.FAILED, 1L, Long::sum);
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        type(text, "sourcelens_refreshes_total", "counter", "Refreshes by status.");
        for (Status status : Status.values()) {
            text.append("sourcelens_refreshes_total{status=\"%s\"} %d%n"
                    .formatted(status.name().toLowerCase(Locale.ROOT), runs.getOrDefault(status, 0L)));
        }
        sample(text, "sourcelens_refresh_running", "gauge", "1 while a refresh runs.", running);
        sample(text, "sourcelens_refresh_changes_total", "counter", "Changes read from the raw tables.", changes);
        sample(text, "sourcelens_refresh_last_seconds", "gauge", "Duration of the last refresh.", lastSeconds);
        sample(
                text,
                "sourcelens_refresh_last_published_timestamp_seconds",
                "gauge",
                "When something was last published.",
                lastPublishedEpochSeconds);
        type(text, "sourcelens_mart_rows", "gauge", "Rows of each published mart.");
        martRows.forEach((mart, rows) -> text.append("sourcelens_mart_rows{mart=\"%s\"} %d%n".formatted(mart, rows)));
        return text.toString();
    }

    private static void sample(StringBuilder text, String name, String type, String help, Number value) {
        type(text, name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void type(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s%n# TYPE %s %s%n".formatted(name, help, name, type));
    }
}
