/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.CoreTables.MergeResult;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.rollup.NewestOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pass from the raw tables to what people read: core, rollups, marts, checks, publishing; what most people look at first
 * is published before the rest is computed. Every step remembers what it
 * has seen in the table it writes, so a refresh that dies anywhere is simply run again.
 */
public final class Refresh {
    private static final int JOBS_AT_A_TIME = 4;

    private final Lake lake;
    private final CoreTables core;
    private final Clock clock;
    private final RefreshLog log = new RefreshLog();
    private final RefreshRuns runs;
    private final Publication publication;

    public Refresh(Lake lake, Publisher publisher, Clock clock) {
        this.lake = lake;
        this.core = new CoreTables(lake);
        this.clock = clock;
        this.runs = new RefreshRuns(lake);
        this.publication = new Publication(lake, publisher, log);
    }

    /** How far the refresh of the moment is, or was the last one; for any thread. */
    public RefreshProgress progress() {
        return log.progress();
    }

    /** Runs it. What cannot be computed or published is in the result, not thrown. */
    public RefreshResult run(String runId) {
        Instant start = clock.instant();
        log.started(runId);
        try (SideBySide jobs = new SideBySide(lake.spark(), JOBS_AT_A_TIME)) {
            Steps steps = new Steps(jobs, log, clock, runId, table -> true);
            MartJobs computing = new MartJobs(lake, core, steps, runId, NewestOrders::of);
            List<MartResult> marts = new ArrayList<>(publication.publish(runId, computing.first()));
            if (marts.stream().anyMatch(mart -> mart.status() == Status.PUBLISHED)) {
                log.firstPublished();
            }
            marts.addAll(publication.publish(runId, computing.others()));
            marts.addAll(publication.publish(runId, Publication.ofOthers()));
            List<MergeResult> merged = steps.merges();
            long changes = merged.stream().mapToLong(MergeResult::changes).sum();
            Map<String, Long> rows = rows(marts);
            RefreshResult result =
                    new RefreshResult(runId, worst(marts), since(start), changes, inputs(merged), marts, rows);
            if (result.status() != Status.UNCHANGED) {
                runs.remember(result, start, clock.instant());
            }
            if (!rows.isEmpty()) {
                publication.publish(runId, List.of(MartResult.unchanged(RefreshRuns.MART)));
            }
            log.done(result);
            return result;
        }
    }

    private static Map<String, Long> inputs(List<MergeResult> merged) {
        Map<String, Long> inputs = new TreeMap<>();
        merged.forEach(one -> one.rawSnapshot().ifPresent(id -> inputs.put(one.entity(), id)));
        return inputs;
    }

    private Map<String, Long> rows(List<MartResult> marts) {
        Map<String, Long> rows = new TreeMap<>();
        marts.stream()
                .filter(mart -> mart.status() == Status.PUBLISHED)
                .forEach(mart -> rows.put(
                        mart.mart(),
                        Lake.rowCount(lake.find("mart." + mart.mart()).orElseThrow())));
        return rows;
    }

    private static Status worst(List<MartResult> marts) {
        return marts.stream()
                .map(MartResult::status)
                .filter(status -> status != Status.UNCHANGED)
                .max(Comparator.naturalOrder())
                .orElse(Status.UNCHANGED);
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
