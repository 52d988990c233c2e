/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.care.CareConfiguration;
import io.sourcelens.batch.care.TableCare;
import io.sourcelens.batch.erasure.Erasure;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.publish.MartPublisher;
import io.sourcelens.batch.publish.PublishConfiguration;
import io.sourcelens.batch.refresh.Refresh;
import java.io.IOException;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a Spark session warm, refreshes and cares for tables on schedule and on demand, until it is stopped. */
public final class BatchDriver {
    private static final Logger LOGGER = LoggerFactory.getLogger(BatchDriver.class);

    private BatchDriver() {}

    public static void main(String[] arguments) throws IOException {
        BatchConfiguration configuration = BatchConfiguration.of(System.getenv());
        MartPublisher publisher = new MartPublisher(PublishConfiguration.of(System.getenv()));
        Clock clock = Clock.systemUTC();
        SparkSession spark = LakeSession.start(configuration);
        Refresh refresh = new Refresh(new Lake(spark), publisher::publish, clock);
        CareConfiguration care = CareConfiguration.of(System.getenv());
        RefreshLoop loop = new RefreshLoop(
                refresh,
                configuration.schedule(),
                new TableCare(new Lake(spark), care, clock),
                care.schedule(),
                new Erasure(new Lake(spark)),
                clock);
        TriggerServer server =
                TriggerServer.start(configuration.port(), loop, System.getenv("SOURCELENS_PSEUDONYM_KEY"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            loop.close();
            spark.stop();
        }));
        LOGGER.atInfo()
                .addKeyValue("event", "batch_ready")
                .addKeyValue("port", server.port())
                .addKeyValue("refresh_seconds", configuration.schedule().toSeconds())
                .log("Ready to refresh");
        loop.start();
    }
}
