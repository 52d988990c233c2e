/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.core.CoreTables.MergeResult;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.RollupResult;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator reads of a refresh, and how far it is. */
final class RefreshLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(RefreshLog.class);

    private final AtomicReference<RefreshProgress> progress = new AtomicReference<>(RefreshProgress.NONE);

    RefreshProgress progress() {
        return progress.get();
    }

    void started(String runId) {
        progress.updateAndGet(before -> before.started(runId));
    }

    void published(Set<String> marts) {
        progress.updateAndGet(before -> before.withPublished(marts.size()));
    }

    void firstPublished() {
        progress.updateAndGet(RefreshProgress::withFirst);
    }

    void merged(String runId, MergeResult result, double seconds) {
        progress.updateAndGet(RefreshProgress::withMerged);
        if (result.changes() == 0) {
            return;
        }
        LOGGER.atInfo()
                .addKeyValue("event", "core_merged")
                .addKeyValue("run_id", runId)
                .addKeyValue("entity", result.entity())
                .addKeyValue("changes", result.changes())
                .addKeyValue("days", result.days())
                .addKeyValue("seconds", seconds)
                .log("Merged changes into core");
    }

    void rolledUp(String runId, RollupResult result, double seconds) {
        LOGGER.atInfo()
                .addKeyValue("event", "rolled_up")
                .addKeyValue("run_id", runId)
                .addKeyValue("rollup", result.rollup())
                .addKeyValue("days", result.days() < 0 ? "all" : result.days())
                .addKeyValue("seconds", seconds)
                .log("Rolled up touched days");
    }

    void computed(String runId, MartResult result, double seconds) {
        progress.updateAndGet(RefreshProgress::withComputed);
        LOGGER.atInfo()
                .addKeyValue("event", "mart_computed")
                .addKeyValue("run_id", runId)
                .addKeyValue("mart", result.mart())
                .addKeyValue("status", result.status().name().toLowerCase(Locale.ROOT))
                .addKeyValue("reason", result.reason())
                .addKeyValue("checks", result.checks())
                .addKeyValue("seconds", seconds)
                .log("Computed a mart");
    }

    void failed(String what, RuntimeException cause) {
        LOGGER.atError()
                .setCause(cause)
                .addKeyValue("event", "refresh_step_failed")
                .addKeyValue("step", what)
                .log("Cannot finish a step of the refresh");
    }

    void done(RefreshResult result) {
        LOGGER.atInfo()
                .addKeyValue("event", "refreshed")
                .addKeyValue("run_id", result.runId())
                .addKeyValue("status", result.status().name().toLowerCase(Locale.ROOT))
                .addKeyValue("rows_in", result.changes())
                .addKeyValue("marts", result.rows())
                .addKeyValue("inputs", result.inputSnapshots())
                .addKeyValue("seconds", result.seconds())
                .log("Refreshed");
    }
}
