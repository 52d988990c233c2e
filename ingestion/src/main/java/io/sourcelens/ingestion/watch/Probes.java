/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every hop at once, so that one that hangs keeps nobody from being seen. */
final class Probes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final long PATIENCE_MILLIS = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    });
    private final Http http = new Http();
    private final WatchSettings settings;
    private final SlotProbe slot;
    private final LogProbe log;
    private final StreamingProbe streaming;
    private final MartsProbe marts;

    Probes(WatchSettings settings) {
        this.settings = settings;
        this.slot = new SlotProbe(settings);
        this.log = new LogProbe(settings.kafkaBootstrap());
        this.streaming = new StreamingProbe(http, settings.flink());
        this.marts = new MartsProbe(http, settings);
    }

    Reading read() throws InterruptedException {
        Future<Reading.Slot> ofSlot = threads.submit(slot::read);
        Future<String> ofConnector = threads.submit(this::connector);
        Future<Reading.Log> ofLog = threads.submit(log::read);
        Future<Reading.Streaming> ofStreaming = threads.submit(streaming::read);
        Future<Reading.Refreshes> ofRefreshes = threads.submit(marts::refreshes);
        Future<Reading.Marts> ofMarts = threads.submit(marts::marts);
        Future<Map<String, Long>> ofRejected = threads.submit(marts::rejected);
        return new Reading(
                Instant.now(),
                answer("postgres", ofSlot),
                answer("connect", ofConnector),
                answer("kafka", ofLog),
                answer("flink", ofStreaming),
                answer("batch", ofRefreshes),
                answer("clickhouse", ofMarts),
                answer("dead letters", ofRejected));
    }

    /** States of the connector and its tasks, such as {@code RUNNING, task RUNNING}. */
    private String connector() throws IOException, InterruptedException {
        JsonNode status = http.json(
                settings.connect().resolve("/connectors/marketplace-%s/status".formatted(settings.marketplace())));
        StringBuilder states =
                new StringBuilder(status.path("connector").path("state").asText("UNASSIGNED"));
        status.path("tasks")
                .forEach(task ->
                        states.append(", task ").append(task.path("state").asText()));
        return states.toString();
    }

    private static <T> Optional<T> answer(String part, Future<T> asked) throws InterruptedException {
        try {
            return Optional.of(asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            LOG.atDebug()
                    .setCause(e)
                    .addKeyValue("event", "no_answer")
                    .addKeyValue("part", part)
                    .log("{} does not answer", part);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        log.close();
    }
}
