/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.bare;

import io.sourcelens.streaming.JobSettings;
import io.sourcelens.streaming.StreamingConfiguration;
import io.sourcelens.streaming.lake.IcebergLakeSink;
import io.sourcelens.streaming.lake.LakeCatalog;
import io.sourcelens.streaming.lake.LakeRowType;
import io.sourcelens.streaming.source.MarketplaceTopics;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.iceberg.flink.CatalogLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics to lake with nothing between. Configured as {@link io.sourcelens.streaming.StreamingJob} is. */
public final class BareJob {
    private static final Logger LOG = LoggerFactory.getLogger(BareJob.class);
    private static final String NAME = "sourcelens-bare";

    private BareJob() {}

    public static void main(String[] arguments) {
        try {
            runJob(StreamingConfiguration.fromEnvironment(System.getenv()));
        } catch (Exception e) {
            LOG.atError().addKeyValue("event", "fatal").setCause(e).log("Cannot go on: {}", e.getMessage());
            // Flink's threads would keep a process alive that does nothing any more.
            System.exit(1);
        }
    }

    private static void runJob(StreamingConfiguration configuration) throws Exception {
        CatalogLoader catalog = configuration.catalog();
        LakeCatalog.ensureTables(catalog);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(configuration.parallelism(), settings(configuration));
        new IcebergLakeSink(catalog)
                .attachTo(environment
                        .fromSource(
                                MarketplaceTopics.source(configuration.kafkaBootstrap()),
                                WatermarkStrategy.noWatermarks(),
                                "topics")
                        .uid("topics")
                        .map(new BareDecoder())
                        .returns(new LakeRowType())
                        .name("decoder")
                        .uid("decoder"));
        environment.execute(NAME);
    }

    /** Ours, but for what live counts need: Flink's defaults are better for a job without state. */
    private static Configuration settings(StreamingConfiguration configuration) {
        Configuration flink = JobSettings.ownProcess(configuration);
        flink.removeConfig(StateBackendOptions.STATE_BACKEND);
        flink.removeConfig(CheckpointingOptions.INCREMENTAL_CHECKPOINTS);
        flink.removeConfig(ExecutionOptions.BUFFER_TIMEOUT);
        return flink;
    }
}
