/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.watch.Finding.Health;
import io.sourcelens.ingestion.watch.Finding.Hop;
import io.sourcelens.ingestion.watch.Reading.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Readings in the text format of Prometheus. A part that does not answer has no sample, and its hop is not well. */
final class WatchMetrics {
    private final StringBuilder text = new StringBuilder();

    private WatchMetrics() {}

    static String of(History history, List<Finding> findings) {
        WatchMetrics metrics = new WatchMetrics();
        metrics.add(history, findings);
        return metrics.text.toString();
    }

    private void add(History history, List<Finding> findings) {
        Reading reading = history.reading();
        Map<String, Number> well = new TreeMap<>();
        findings.forEach(finding -> well.put(label(finding.hop()), finding.health() == Health.WELL ? 1 : 0));
        labelled("hop_well", "gauge", "1 while nobody has to look at a hop.", "hop", well);
        reading.slot().ifPresent(slot -> {
            gauge("slot_behind_bytes", "Log of PostgreSQL that the connector has not taken over.", slot.behindBytes());
            gauge("slot_retained_bytes", "Log that PostgreSQL keeps for the slot.", slot.retainedBytes());
            gauge("slot_active", "1 while a connector is connected.", slot.active() ? 1 : 0);
            gauge(
                    "slot_silence_seconds",
                    "Time since the slot moved or had nothing to do.",
                    history.slotSilence().toMillis() / 1e3);
        });
        reading.log().ifPresent(log -> {
            gauge("log_records_per_second", "New records in the topics.", history.recordsPerSecond());
            labelled("log_end_offset", "gauge", "End offsets by topic.", "topic", new TreeMap<>(log.endOffsets()));
        });
        reading.streaming().ifPresent(job -> {
            gauge("streaming_pending_records", "Records in the topics that are not read yet.", job.pendingRecords());
            gauge("streaming_failed_checkpoints", "Failed since the job started.", job.failedCheckpoints());
            job.completedCheckpoint()
                    .ifPresent(done -> gauge(
                            "streaming_checkpoint_age_seconds",
                            "Age of the newest checkpoint.",
                            seconds(done, reading.at())));
        });
        reading.marts()
                .flatMap(Reading.Marts::latestIngested)
                .ifPresent(known -> reading.log()
                        .flatMap(Log::newestRecord)
                        .ifPresent(newest -> gauge(
                                "marts_behind_seconds",
                                "Newest record in the topics less the newest that the marts know.",
                                seconds(known, newest))));
        reading.rejected()
                .ifPresent(reasons -> labelled(
                        "rejected_records", "gauge", "Dead letters by reason.", "reason", new TreeMap<>(reasons)));
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1e3);
    }

    private static String label(Hop hop) {
        return hop.name().toLowerCase(Locale.ROOT);
    }

    private void gauge(String name, String help, Number value) {
        head(name, "gauge", help);
        text.append("sourcelens_watch_%s %s%n".formatted(name, value));
    }

    private void labelled(String name, String type, String help, String label, Map<String, ? extends Number> values) {
        head(name, type, help);
        values.forEach(
                (key, value) -> text.append("sourcelens_watch_%s{%s=\"%s\"} %s%n".formatted(name, label, key, value)));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP sourcelens_watch_%s %s%n# TYPE sourcelens_watch_%s %s%n".formatted(name, help, name, type));
    }
}
