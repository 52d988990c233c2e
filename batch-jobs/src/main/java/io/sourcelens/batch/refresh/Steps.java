/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.core.CoreTables.MergeResult;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.RollupResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Merges, rollups and marts of one refresh, each by the name of the table that it writes, and each begun as soon as the
 * tables that it is made of are there.
 */
final class Steps {
    private final SideBySide jobs;
    private final RefreshLog log;
    private final Clock clock;
    private final String runId;
    private final Predicate<String> wanted;
    private final Map<String, CompletableFuture<?>> tables = new HashMap<>();
    private final List<CompletableFuture<MergeResult>> merges = new ArrayList<>();
    private final List<CompletableFuture<MartResult>> marts = new ArrayList<>();

    /** @param wanted names of the tables to write; the others stay as they are */
    Steps(SideBySide jobs, RefreshLog log, Clock clock, String runId, Predicate<String> wanted) {
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
        this.runId = runId;
        this.wanted = wanted;
    }

    void merge(String entity, Callable<MergeResult> job) {
        String table = "core." + entity;
        if (wanted.test(table)) {
            merges.add(start(table, job, (result, seconds) -> log.merged(runId, result, seconds)));
        } else {
            leave(table);
        }
    }

    /** @param after tables of steps before this one */
    void rollup(String rollup, Callable<RollupResult> job, String... after) {
        String table = "rollup." + rollup;
        if (wanted.test(table)) {
            start(table, job, (result, seconds) -> log.rolledUp(runId, result, seconds), after);
        } else {
            leave(table);
        }
    }

    /**
     * A mart that cannot be computed keeps its last good version, and the others are published.
     *
     * @param after tables of steps before this one
     */
    void mart(String mart, Callable<MartResult> job, String... after) {
        String table = "mart." + mart;
        if (wanted.test(table)) {
            marts.add(start(
                    table, () -> attempt(mart, job), (result, seconds) -> log.computed(runId, result, seconds), after));
        } else {
            leave(table);
            marts.add(CompletableFuture.completedFuture(MartResult.unchanged(mart)));
        }
    }

    /** Returns when the tables are there. */
    void await(String... names) {
        SideBySide.result(CompletableFuture.allOf(of(names)));
    }

    /** What all that were begun have done, in that order; returns when they are done. */
    List<MergeResult> merges() {
        return SideBySide.all(merges);
    }

    /** What all that were begun since the last time have done, in that order; returns when they are done. */
    List<MartResult> marts() {
        List<CompletableFuture<MartResult>> begun = List.copyOf(marts);
        marts.clear();
        return SideBySide.all(begun);
    }

    private void leave(String table) {
        tables.put(table, CompletableFuture.completedFuture(null));
    }

    private <T> CompletableFuture<T> start(String table, Callable<T> job, BiConsumer<T, Double> log, String... after) {
        CompletableFuture<T> step = jobs.start(
                table,
                () -> {
                    Instant start = clock.instant();
                    T result = job.call();
                    log.accept(result, Duration.between(start, clock.instant()).toMillis() / 1000.0);
                    return result;
                },
                of(after));
        tables.put(table, step);
        return step;
    }

    private CompletableFuture<?>[] of(String... names) {
        return Stream.of(names)
                .map(name -> {
                    if (!tables.containsKey(name)) {
                        throw new IllegalArgumentException(
                                "Cannot wait for %s: no step before writes it".formatted(name));
                    }
                    return tables.get(name);
                })
                .toArray(CompletableFuture<?>[]::new);
    }

    private MartResult attempt(String mart, Callable<MartResult> job) throws Exception {
        try {
            return job.call();
        } catch (RuntimeException e) {
            log.failed(mart, e);
            return MartResult.failed(mart, String.valueOf(e.getMessage()));
        }
    }
}
