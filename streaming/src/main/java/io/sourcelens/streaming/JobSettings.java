/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Flink's options, as far as they are ours to choose. */
public final class JobSettings {
    private static final String LOOPBACK = "127.0.0.1";

    private JobSettings() {}

    /** Wherever the job runs: what exactly once and staying up need. */
    static Configuration everywhere(StreamingConfiguration configuration) {
        Configuration flink = new Configuration();
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, configuration.checkpointInterval());
        flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 100);
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, configuration.checkpoints());
        // Live counts outgrow a heap, and a checkpoint every two seconds must not write them whole.
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofMillis(500));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(15));
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ZERO);
        // Live counts cross two shuffles; the default would hold each of their records up to 100 ms.
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
        return flink;
    }

    /** In a process of its own: a small cluster within it, reachable from this machine only. */
    public static Configuration ownProcess(StreamingConfiguration configuration) {
        Configuration flink = everywhere(configuration);
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(RestOptions.PORT, configuration.restPort());
        flink.set(RestOptions.BIND_PORT, Integer.toString(configuration.restPort()));
        flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
        // Managed memory is shared out to the slots; live counts, which run in one of them, take theirs beside it.
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
        flink.set(RocksDBOptions.USE_MANAGED_MEMORY, false);
        flink.set(RocksDBOptions.FIX_PER_TM_MEMORY_SIZE, MemorySize.ofMebiBytes(96));
        return flink;
    }

    static void restoreFrom(Configuration flink, String checkpoint) {
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
        // The restored checkpoint becomes this job's own, to be deleted once it is outlived.
        flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
    }
}
