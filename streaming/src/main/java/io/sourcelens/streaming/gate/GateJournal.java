/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import io.sourcelens.streaming.source.LogRecord;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator wants to know of the gate, as metrics and as lines of the log. Counts begin with the process. */
final class GateJournal {
    private static final Logger LOG = LoggerFactory.getLogger(GateJournal.class);

    private final MetricGroup metrics;
    private final Counter accepted;
    private final Counter tombstones;
    private final Map<String, Counter> rejected = new TreeMap<>();
    private boolean first = true;
    private long rejections;
    private long reportedRejections;

    GateJournal(MetricGroup metrics) {
        this.metrics = metrics;
        this.accepted = metrics.counter("accepted");
        this.tombstones = metrics.counter("tombstones");
    }

    void seen(LogRecord record) {
        if (first) {
            first = false;
            LOG.atInfo()
                    .addKeyValue("event", "first_record")
                    .addKeyValue("origin", record.origin())
                    .log("First record at {}", record.origin());
        }
    }

    void accepted() {
        accepted.inc();
    }

    void skippedTombstone() {
        tombstones.inc();
    }

    void rejected(String reason) {
        rejections++;
        rejected.computeIfAbsent(
                        reason, code -> metrics.addGroup("reason", code).counter("rejected"))
                .inc();
    }

    /** Checkpoints are the beat at which rejections are told, if there were new ones. */
    void checkpointCompleted(long checkpointId) {
        if (rejections > reportedRejections) {
            reportedRejections = rejections;
            Map<String, Long> counts = new TreeMap<>();
            rejected.forEach((reason, counter) -> counts.put(reason, counter.getCount()));
            LOG.atWarn()
                    .addKeyValue("event", "records_rejected")
                    .addKeyValue("checkpoint", checkpointId)
                    .addKeyValue("accepted", accepted.getCount())
                    .addKeyValue("rejected", counts)
                    .log("Rejected {} records since the start: {}", rejections, counts);
        }
    }

    void checkpointAborted(long checkpointId) {
        LOG.atWarn()
                .addKeyValue("event", "checkpoint_failed")
                .addKeyValue("checkpoint", checkpointId)
                .log("Checkpoint {} failed; the lake shows what came until the one before", checkpointId);
    }
}
