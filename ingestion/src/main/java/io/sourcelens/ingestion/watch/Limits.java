/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import java.time.Duration;

/**
 * From when on a hop counts as behind or stuck.
 *
 * @param silence a hop that has work and does not move for so long is stuck; above the connector's heartbeat of 10 s
 * @param retainedBytes PostgreSQL's log kept for the slot from which its disk is in danger
 * @param checkpointAge age of the newest checkpoint from which the lake counts as standing still
 * @param martsAge how far the marts may be behind the topics: some refreshes
 */
record Limits(Duration silence, long retainedBytes, Duration checkpointAge, Duration martsAge) {
    static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(30), 1L << 30, Duration.ofSeconds(30), Duration.ofMinutes(5));
}
