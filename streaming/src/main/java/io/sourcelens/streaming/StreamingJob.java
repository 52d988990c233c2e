/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import io.sourcelens.streaming.gate.PersonalData;
import io.sourcelens.streaming.gate.RecordGate;
import io.sourcelens.streaming.lake.IcebergLakeSink;
import io.sourcelens.streaming.lake.LakeCatalog;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.lake.LakeRowType;
import io.sourcelens.streaming.lake.LakeSink;
import io.sourcelens.streaming.live.ClickHouseInsert;
import io.sourcelens.streaming.live.ClickHouseLiveSink;
import io.sourcelens.streaming.live.LiveCounts;
import io.sourcelens.streaming.live.LiveRow;
import io.sourcelens.streaming.source.LogRecord;
import io.sourcelens.streaming.source.MarketplaceTopics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.flink.CatalogLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Topics to lake: every record of {@code marketplace.*} ends in {@code raw.<entity>} or {@code raw.dead_letter}. Beside
 * it, what was ordered in the last minutes is counted into ClickHouse.
 */
public final class StreamingJob {
    private static final Logger LOG = LoggerFactory.getLogger(StreamingJob.class);
    private static final String NAME = "sourcelens-streaming";

    private StreamingJob() {}

    /** Runs until it is stopped; under {@code flink run} it is handed to the cluster. */
    public static void main(String[] arguments) {
        try {
            runJob(StreamingConfiguration.fromEnvironment(System.getenv()));
        } catch (Exception e) {
            LOG.atError().addKeyValue("event", "fatal").setCause(e).log("Cannot go on streaming: {}", e.getMessage());
            // Flink's threads would keep a process alive that does nothing any more.
            System.exit(1);
        }
    }

    private static void runJob(StreamingConfiguration configuration) throws Exception {
        CatalogLoader catalog = configuration.catalog();
        LakeCatalog.ensureTables(catalog);
        StreamExecutionEnvironment environment = environment(configuration);
        defineWorkflow(
                environment,
                MarketplaceTopics.source(configuration.kafkaBootstrap()),
                configuration.personalData(),
                new IcebergLakeSink(catalog),
                new ClickHouseLiveSink(
                        new ClickHouseInsert(configuration.clickHouseUrl(), configuration.clickHousePassword())));
        environment.execute(NAME);
    }

    /** The whole workflow, whatever its ends are. */
    static void defineWorkflow(
            StreamExecutionEnvironment environment,
            Source<LogRecord, ?, ?> source,
            PersonalData personalData,
            LakeSink lake,
            Sink<LiveRow> live) {
        DataStream<LakeRow> rows = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "topics")
                .uid("topics")
                .process(new RecordGate(personalData))
                .returns(new LakeRowType())
                .name("gate")
                .uid("gate");
        lake.attachTo(rows);
        LiveCounts.attachTo(rows, live);
    }

    private static StreamExecutionEnvironment environment(StreamingConfiguration configuration) throws IOException {
        StreamExecutionEnvironment given =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.everywhere(configuration));
        if (!(given instanceof LocalStreamEnvironment)) {
            return given;
        }
        Configuration flink = JobSettings.ownProcess(configuration);
        Optional<Path> checkpoint = new CheckpointFolder(Path.of(URI.create(configuration.checkpoints()))).newest();
        checkpoint.ifPresent(path -> JobSettings.restoreFrom(flink, path.toUri().toString()));
        LOG.atInfo()
                .addKeyValue("event", "started")
                .addKeyValue("restored_from", checkpoint.map(Path::toString).orElse("nothing"))
                .addKeyValue("rest_port", configuration.restPort())
                .log("Streaming from {} into {}", configuration.kafkaBootstrap(), configuration.warehouse());
        return StreamExecutionEnvironment.createLocalEnvironment(configuration.parallelism(), flink);
    }
}
