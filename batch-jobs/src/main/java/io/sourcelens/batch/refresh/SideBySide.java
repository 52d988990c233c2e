/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;

/** Runs jobs of one session at the same time, each in a fair pool of its own: while one plans, another computes. */
final class SideBySide implements AutoCloseable {
    private final SparkSession spark;
    private final ExecutorService threads;

    SideBySide(SparkSession spark, int jobs) {
        this.spark = spark;
        this.threads = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "refresh");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> Future<T> start(String name, Callable<T> job) {
        return threads.submit(() -> {
            SparkSession.setActiveSession(spark);
            spark.sparkContext().setLocalProperty("spark.scheduler.pool", name);
            return job.call();
        });
    }

    /** Results of all, in their order. */
    static <T> List<T> all(List<Future<T>> jobs) {
        List<T> results = new ArrayList<>();
        jobs.forEach(job -> results.add(result(job)));
        return results;
    }

    static <T> T result(Future<T> job) {
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
