/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;

/** Runs jobs of one session at the same time, each in a fair pool of its own: while one plans, another computes. */
final class SideBySide implements AutoCloseable {
    private final SparkSession spark;
    private final ExecutorService threads;
    private final AtomicInteger started = new AtomicInteger();

    SideBySide(SparkSession spark, int jobs) {
        this.spark = spark;
        this.threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "refresh");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a job as soon as others are done; if one of them failed, so has this. */
    <T> CompletableFuture<T> start(String name, Callable<T> job, CompletableFuture<?>... after) {
        // Of pools with as many running tasks Spark serves the first by name: what was started first is waited for
        // most.
        String pool = "%03d %s".formatted(started.getAndIncrement(), name);
        return CompletableFuture.allOf(after).thenApplyAsync(done -> call(pool, job), threads);
    }

    private <T> T call(String pool, Callable<T> job) {
        SparkSession.setActiveSession(spark);
        spark.sparkContext().setLocalProperty("spark.scheduler.pool", pool);
        try {
            return job.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot finish the refresh: " + e, e);
        }
    }

    /** Results of all, in their order. */
    static <T> List<T> all(Collection<CompletableFuture<T>> jobs) {
        return jobs.stream().map(SideBySide::result).toList();
    }

    static <T> T result(CompletableFuture<T> job) {
        try {
            return job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot finish the refresh: it was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot finish the refresh: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
