/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.CoreTables.MergeResult;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.iceberg.Table;

/**
 * One pass from the raw tables to what people read: core, rollups, marts, checks, publishing. Every step remembers what it
 * has seen in the table it writes, so a refresh that dies anywhere is simply run again.
 */
public final class Refresh {
    private static final int JOBS_AT_A_TIME = 4;
    /** Largest first, so that none of them is waited for at the end. */
    private static final List<String> LARGEST =
            List.of("order_line", "tracking_scan", "stock_level", "parcel", "order");

    private final Lake lake;
    private final CoreTables core;
    private final Publisher publisher;
    private final Clock clock;
    private final RefreshLog log = new RefreshLog();
    private final RefreshRuns runs;
    private final MartsOfOthers others;

    public Refresh(Lake lake, Publisher publisher, Clock clock) {
        this.lake = lake;
        this.core = new CoreTables(lake);
        this.publisher = publisher;
        this.clock = clock;
        this.runs = new RefreshRuns(lake);
        this.others = new MartsOfOthers(lake);
    }

    /** Runs it. What cannot be computed or published is in the result, not thrown. */
    public RefreshResult run(String runId) {
        Instant start = clock.instant();
        try (SideBySide jobs = new SideBySide(lake.spark(), JOBS_AT_A_TIME)) {
            List<MergeResult> merged = merge(runId, jobs);
            long changes = merged.stream().mapToLong(MergeResult::changes).sum();
            Map<String, Long> inputs = inputs(merged);
            List<MartResult> marts = Stream.concat(
                            new MartJobs(lake, core, jobs, log, clock, runId).run().stream(), others.refresh().stream())
                    .toList();
            List<PublishedTable> published = versions(marts);
            if (published.isEmpty() && marts.stream().allMatch(mart -> mart.status() == Status.UNCHANGED)) {
                return done(new RefreshResult(runId, Status.UNCHANGED, since(start), changes, inputs, marts, Map.of()));
            }
            List<MartResult> outcome = publish(runId, marts, published);
            Map<String, Long> rows = new TreeMap<>();
            versions(outcome).forEach(table -> rows.put(table.mart(), table.rows()));
            RefreshResult result =
                    new RefreshResult(runId, worst(outcome), since(start), changes, inputs, outcome, rows);
            runs.remember(result, start, clock.instant());
            if (!rows.isEmpty()) {
                publisher.publish(runId, List.of(version("refresh_run")));
            }
            return done(result);
        }
    }

    private List<MergeResult> merge(String runId, SideBySide jobs) {
        List<CompletableFuture<MergeResult>> merges = Schemas.entities().stream()
                .map(TableSchema::name)
                .sorted(Comparator.comparingInt(
                        name -> LARGEST.contains(name) ? LARGEST.indexOf(name) : LARGEST.size()))
                .map(name -> jobs.start("core." + name, () -> {
                    Instant start = clock.instant();
                    MergeResult result = core.refresh(Schemas.entity(name));
                    log.merged(runId, result, since(start));
                    return result;
                }))
                .toList();
        return SideBySide.all(merges);
    }

    private static Map<String, Long> inputs(List<MergeResult> merged) {
        Map<String, Long> inputs = new TreeMap<>();
        merged.forEach(one -> one.rawSnapshot().ifPresent(id -> inputs.put(one.entity(), id)));
        return inputs;
    }

    private List<MartResult> publish(String runId, List<MartResult> marts, List<PublishedTable> versions) {
        try {
            publisher.publish(runId, versions);
            others.published();
            return marts;
        } catch (RuntimeException e) {
            log.failed("publish", e);
            return marts.stream()
                    .map(mart -> mart.status() == Status.PUBLISHED
                            ? MartResult.failed(mart.mart(), String.valueOf(e.getMessage()))
                            : mart)
                    .toList();
        }
    }

    private List<PublishedTable> versions(List<MartResult> marts) {
        return marts.stream()
                .filter(mart -> mart.status() == Status.PUBLISHED)
                .map(mart -> version(mart.mart()))
                .toList();
    }

    private PublishedTable version(String mart) {
        Table table = lake.find("mart." + mart).orElseThrow();
        return new PublishedTable(mart, table.location(), Lake.metadataFile(table), Lake.rowCount(table));
    }

    private static Status worst(List<MartResult> marts) {
        return marts.stream()
                .map(MartResult::status)
                .filter(status -> status != Status.UNCHANGED)
                .max(Comparator.naturalOrder())
                .orElse(Status.UNCHANGED);
    }

    private RefreshResult done(RefreshResult result) {
        log.done(result);
        return result;
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
