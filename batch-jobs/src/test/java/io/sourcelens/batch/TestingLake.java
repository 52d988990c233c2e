/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.spark.sql.SparkSession;

/** A lake in a folder, with its catalog on a real PostgreSQL. */
final class TestingLake implements AutoCloseable {
    private final PostgresServer postgres;
    private final SparkSession spark;

    TestingLake(Path folder) {
        postgres = PostgresServer.start(folder.resolve("postgres"), Ports.free(), folder.resolve("postgres.log"));
        postgres.createDatabase("lake");
        spark = LakeSession.start(new BatchConfiguration(
                postgres.jdbcUrl("lake"),
                postgres.user(),
                postgres.password(),
                folder.resolve("warehouse").toUri().toString(),
                0,
                Duration.ofMinutes(1)));
    }

    Lake lake() {
        return new Lake(spark);
    }

    @Override
    public void close() {
        spark.stop();
        postgres.close();
    }
}
