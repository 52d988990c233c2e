/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import io.sourcelens.ingestion.watch.Finding.Hop;
import io.sourcelens.ingestion.watch.Reading.Log;
import io.sourcelens.ingestion.watch.Reading.Refreshes;
import io.sourcelens.ingestion.watch.Reading.Slot;
import io.sourcelens.ingestion.watch.Reading.Streaming;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From readings to words: one finding for each hop, in the order of the way. */
final class Findings {
    private static final long MEBIBYTE = 1 << 20;
    private static final long KIBIBYTE = 1 << 10;

    private final Limits limits;

    Findings(Limits limits) {
        this.limits = limits;
    }

    List<Finding> of(History history) {
        Reading reading = history.reading();
        return List.of(
                capture(history),
                log(reading.log(), history.recordsPerSecond()),
                streaming(reading),
                refresh(reading),
                rejected(reading.rejected()));
    }

    private Finding capture(History history) {
        Optional<Slot> seen = history.reading().slot();
        String connector = history.reading().connector().map("says "::concat).orElse("does not answer");
        if (seen.isEmpty()) {
            return Finding.stuck(
                    Hop.CAPTURE,
                    "the marketplace's PostgreSQL does not answer: see that it runs, ./sourcelens logs postgres");
        }
        Slot slot = seen.get();
        if (!slot.present()) {
            return Finding.stuck(
                    Hop.CAPTURE,
                    "PostgreSQL has no replication slot 'sourcelens': nothing is captured; register the connector");
        }
        String kept = "PostgreSQL keeps %s of its log for it".formatted(size(slot.retainedBytes()));
        if (history.slotSilence().compareTo(limits.silence()) >= 0) {
            return Finding.stuck(
                    Hop.CAPTURE,
                    "nothing for %d s although PostgreSQL moved on %s (%s); Connect %s. Connector stuck? restart it: kill"
                            + " the connect process, or POST /connectors/NAME/restart?includeTasks=true",
                    history.slotSilence().toSeconds(),
                    size(slot.behindBytes()),
                    kept,
                    connector);
        }
        if (slot.retainedBytes() >= limits.retainedBytes()) {
            return Finding.behind(
                    Hop.CAPTURE,
                    "%s behind; %s: its disk fills; if this grows, add disk before you look for the reason",
                    size(slot.behindBytes()),
                    kept);
        }
        return Finding.well(
                Hop.CAPTURE, "%s behind PostgreSQL; %s; Connect %s", size(slot.behindBytes()), kept, connector);
    }

    private static Finding log(Optional<Log> log, double recordsPerSecond) {
        return log.map(seen -> Finding.well(
                        Hop.LOG,
                        "%,d records in %d topics, %.0f new a second",
                        seen.total(),
                        seen.endOffsets().size(),
                        recordsPerSecond))
                .orElseGet(() -> Finding.stuck(
                        Hop.LOG, "Kafka does not answer: nothing can be captured; see ./sourcelens logs kafka"));
    }

    private Finding streaming(Reading reading) {
        if (reading.streaming().isEmpty()) {
            return Finding.stuck(
                    Hop.STREAMING,
                    "Flink does not answer: the topics keep what comes until it is back; see ./sourcelens logs flink");
        }
        Streaming job = reading.streaming().get();
        if (!job.state().equals("RUNNING")) {
            return Finding.stuck(
                    Hop.STREAMING,
                    "the job is %s, not RUNNING: it restarts by itself; see ./sourcelens logs flink",
                    job.state());
        }
        Optional<Duration> age = job.completedCheckpoint().map(done -> age(done, reading.at()));
        String checkpoint = age.map(known -> "last checkpoint %d s ago".formatted(known.toSeconds()))
                .orElse("no checkpoint yet");
        String words = format(
                "%,d records not read yet, %s, %d of its checkpoints failed",
                job.pendingRecords(), checkpoint, job.failedCheckpoints());
        if (age.isPresent() && age.get().compareTo(limits.checkpointAge()) >= 0) {
            return Finding.stuck(
                    Hop.STREAMING,
                    "%s: the lake stands still; does the catalog's PostgreSQL answer? see ./sourcelens logs flink",
                    words);
        }
        return Finding.well(Hop.STREAMING, "%s", words);
    }

    private Finding refresh(Reading reading) {
        if (reading.refreshes().isEmpty()) {
            return Finding.stuck(
                    Hop.REFRESH,
                    "the batch driver does not answer: figures stay as they are; see ./sourcelens logs batch");
        }
        Refreshes refreshes = reading.refreshes().get();
        String driver =
                "%s, %d refreshes failed".formatted(refreshes.running() ? "refreshing" : "waiting", refreshes.failed());
        if (reading.marts().isEmpty()) {
            return Finding.stuck(
                    Hop.REFRESH,
                    "ClickHouse does not answer: nobody can read; see ./sourcelens logs clickhouse (driver %s)",
                    driver);
        }
        Optional<Instant> known = reading.marts().get().latestIngested();
        Optional<Instant> newest = reading.log().flatMap(Log::newestRecord);
        if (known.isEmpty()) {
            return Finding.behind(Hop.REFRESH, "nothing is published yet (driver %s): ./sourcelens refresh", driver);
        }
        Duration behind = newest.map(there -> age(known.get(), there)).orElse(Duration.ZERO);
        String words = "figures lack the last %d s of changes (driver %s)".formatted(behind.toSeconds(), driver);
        return behind.compareTo(limits.martsAge()) < 0
                ? Finding.well(Hop.REFRESH, "%s", words)
                : Finding.behind(Hop.REFRESH, "%s: was a mart held back? see ./sourcelens logs batch", words);
    }

    private static Finding rejected(Optional<Map<String, Long>> rejected) {
        if (rejected.isEmpty()) {
            return Finding.behind(
                    Hop.REJECTED,
                    "unknown: ClickHouse cannot read the dead letters; see SOURCELENS_CLICKHOUSE_RAW_TABLE and"
                            + " ./sourcelens logs clickhouse");
        }
        Map<String, Long> reasons = new TreeMap<>(rejected.get());
        return reasons.isEmpty()
                ? Finding.well(Hop.REJECTED, "none")
                : Finding.well(Hop.REJECTED, "%s: ./sourcelens dead-letters shows them", reasons);
    }

    private static Duration age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }

    private static String size(long bytes) {
        return bytes >= MEBIBYTE ? format("%,.1f MB", bytes / (double) MEBIBYTE) : format("%d kB", bytes / KIBIBYTE);
    }
}
