/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.PlainLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** The one warm Spark session, sized for two cores, with the lake as its catalog. */
final class LakeSession {
    private static final String CATALOG = "spark.sql.catalog.lake";

    private LakeSession() {}

    static SparkSession start(BatchConfiguration configuration) {
        return SparkSession.builder()
                .appName("sourcelens-batch")
                .master("local[2]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.scheduler.mode", "FAIR")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.adaptive.enabled", "true")
                // Joins name the marketplace, a partition column: nearly each would run one more query to prune by it.
                // And Iceberg 1.11 takes these filters in while Spark describes the plan, which then fails at random.
                .config("spark.sql.optimizer.dynamicPartitionPruning.enabled", "false")
                .config("spark.sql.ui.explainMode", "simple")
                // A refresh compiles about a thousand pieces: with Spark's hundred the next one would compile them all
                // again.
                .config("spark.sql.codegen.cache.maxEntries", "2000")
                .config("spark.sql.extensions", TimesHeldByReference.class.getName())
                // Stages are numbered as they happen to finish.
                .config("spark.sql.codegen.useIdInClassName", "false")
                // Tasks here are many and small: each would clear four megabytes to be sent, and more to sort a few
                // rows.
                .config("spark.broadcast.blockSize", "256k")
                .config("spark.buffer.pageSize", "1m")
                .config("spark.locality.wait", "0")
                .config("spark.cleaner.periodicGC.interval", "10min")
                .config("spark.hadoop.fs.file.impl", PlainLocalFileSystem.class.getName())
                .config(CATALOG, "org.apache.iceberg.spark.SparkCatalog")
                .config(CATALOG + ".type", "jdbc")
                .config(CATALOG + ".uri", configuration.catalogUrl())
                .config(CATALOG + ".jdbc.user", configuration.catalogUser())
                .config(CATALOG + ".jdbc.password", configuration.catalogPassword())
                .config(CATALOG + ".warehouse", configuration.warehouse())
                .config(CATALOG + ".retryable_status_codes", "08000,08001,08003,08006,08007,57P01,57P02,57P03")
                // Others write the raw tables: what they commit has to be seen at once.
                .config(CATALOG + ".cache-enabled", "false")
                .getOrCreate();
    }
}
