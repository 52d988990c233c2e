/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What every hop let be seen at one time; empty is a part that did not answer.
 *
 * @param rejected records in the dead letters by reason
 */
record Reading(
        Instant at,
        Optional<Slot> slot,
        Optional<String> connector,
        Optional<Log> log,
        Optional<Streaming> streaming,
        Optional<Refreshes> refreshes,
        Optional<Marts> marts,
        Optional<Map<String, Long>> rejected) {

    /**
     * The replication slot.
     *
     * @param present whether PostgreSQL knows it
     * @param active whether a connector is connected to it
     * @param confirmedPosition up to where the connector has taken changes over
     * @param writtenPosition up to where PostgreSQL has written its log
     * @param retainedBytes of the log that PostgreSQL has to keep for it
     */
    record Slot(boolean present, boolean active, long confirmedPosition, long writtenPosition, long retainedBytes) {
        static final Slot ABSENT = new Slot(false, false, 0, 0, 0);

        long behindBytes() {
            return Math.max(0, writtenPosition - confirmedPosition);
        }
    }

    /**
     * The topics.
     *
     * @param endOffsets sum of the end offsets of each topic's partitions
     * @param newestRecord when the newest record entered, if any has
     */
    record Log(Map<String, Long> endOffsets, Optional<Instant> newestRecord) {
        Log {
            endOffsets = Map.copyOf(endOffsets);
        }

        long total() {
            return endOffsets.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * The streaming job.
     *
     * @param state as Flink names it
     * @param pendingRecords in the topics and not read yet
     * @param completedCheckpoint when the newest checkpoint was completed, if any was
     */
    record Streaming(
            String state, long pendingRecords, Optional<Instant> completedCheckpoint, long failedCheckpoints) {}

    /**
     * The batch driver.
     *
     * @param failed refreshes since it started
     */
    record Refreshes(boolean running, long failed) {}

    /**
     * The marts that people read.
     *
     * @param latestIngested when the newest change they know entered the topics, if they know any
     */
    record Marts(Optional<Instant> latestIngested) {}
}
