/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.engines.EngineProcess;
import io.sourcelens.stack.Http;
import io.sourcelens.stack.JavaLaunch;
import io.sourcelens.stack.Launch;
import io.sourcelens.stack.RawSnapshots;
import io.sourcelens.stack.RawSnapshots.Snapshot;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One job, in a process and with a lake of its own, from the first to the last record of the topics.
 *
 * @param seconds from the moment the job ran, as Flink says it, to the last commit, as the lake says it
 * @param secondsWithStart the same from the start of the process
 * @param cpuSeconds of the process, its start included
 */
record SinkRun(long records, double seconds, double secondsWithStart, double cpuSeconds) {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    double recordsPerSecond() {
        return records / seconds;
    }

    static SinkRun of(StackSettings settings, String mainClass, long records)
            throws SQLException, IOException, InterruptedException {
        Launch launch = new JavaLaunch(settings).streaming(mainClass);
        Instant startedAt = Instant.now();
        try (EngineProcess job = EngineProcess.start(
                "job",
                launch.command(),
                launch.environment(),
                launch.directory(),
                settings.state("logs/job.log"),
                STOP_TIMEOUT)) {
            job.awaitReady(() -> runningSince(settings).isPresent(), START_TIMEOUT);
            Instant running = runningSince(settings).orElseThrow();
            Instant lastCommit = lastCommit(settings, job, records);
            return new SinkRun(records, seconds(running, lastCommit), seconds(startedAt, lastCommit), cpuSeconds(job));
        }
    }

    private static Optional<Instant> runningSince(StackSettings settings) {
        String jobs = "http://127.0.0.1:%s/jobs/".formatted(settings.value("FLINK_REST_PORT"));
        try {
            JsonNode overview = JSON.readTree(Http.get(jobs + "overview").body())
                    .path("jobs")
                    .path(0);
            if (!overview.path("state").asText().equals("RUNNING")) {
                return Optional.empty();
            }
            JsonNode job =
                    JSON.readTree(Http.get(jobs + overview.path("jid").asText()).body());
            return Optional.of(
                    Instant.ofEpochMilli(job.path("timestamps").path("RUNNING").asLong()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** When the lake had every record; no table is committed to after that. */
    private static Instant lastCommit(StackSettings settings, EngineProcess job, long records)
            throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        Map<String, Snapshot> tables = RawSnapshots.newest(settings);
        while (rows(tables) < records) {
            if (!job.isAlive() || System.nanoTime() > deadline) {
                throw new StackException("Cannot measure: the lake has %d of %d records and the job %s; see %s"
                        .formatted(rows(tables), records, job.isAlive() ? "runs too long" : "has ended", job.log()));
            }
            job.process().waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            tables = RawSnapshots.newest(settings);
        }
        if (rows(tables) > records) {
            Map<String, Long> rows = new TreeMap<>();
            tables.forEach((table, snapshot) -> rows.put(table, snapshot.rows()));
            throw new StackException("Cannot measure: the topics have %d records, the lake %d: %s; see %s"
                    .formatted(records, rows(tables), rows, job.log()));
        }
        return tables.values().stream()
                .map(Snapshot::committedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static long rows(Map<String, Snapshot> tables) {
        return tables.values().stream().mapToLong(Snapshot::rows).sum();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private static double cpuSeconds(EngineProcess job) {
        return job.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
