/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.sourcelens.ingestion.watch.Reading.Streaming;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The streaming job as Flink's REST interface shows it. */
final class StreamingProbe {
    private static final String JOB = "sourcelens-streaming";
    private static final String PENDING = "pendingRecords";

    private final Http http;
    private final URI flink;

    StreamingProbe(Http http, URI flink) {
        this.http = http;
        this.flink = flink;
    }

    Streaming read() throws IOException, InterruptedException {
        Optional<JsonNode> newest =
                newest(http.json(flink.resolve("/jobs/overview")).path("jobs"));
        if (newest.isEmpty()) {
            return new Streaming("absent", 0, Optional.empty(), 0);
        }
        JsonNode job = newest.get();
        String path = "/jobs/" + job.path("jid").asText();
        JsonNode checkpoints = http.json(flink.resolve(path + "/checkpoints"));
        JsonNode completed = checkpoints.path("latest").path("completed");
        return new Streaming(
                job.path("state").asText(),
                pending(path),
                completed.has("latest_ack_timestamp")
                        ? Optional.of(Instant.ofEpochMilli(
                                completed.path("latest_ack_timestamp").asLong()))
                        : Optional.empty(),
                checkpoints.path("counts").path("failed").asLong());
    }

    /** Of ours: a cluster may run others, and remembers those that have ended. */
    static Optional<JsonNode> newest(JsonNode jobs) {
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.path("name").asText().equals(JOB))
                .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
    }

    private long pending(String job) throws IOException, InterruptedException {
        long pending = 0;
        for (JsonNode vertex : http.json(flink.resolve(job)).path("vertices")) {
            String metrics = "%s/vertices/%s/subtasks/metrics"
                    .formatted(job, vertex.path("id").asText());
            for (JsonNode metric : http.json(flink.resolve(metrics))) {
                String name = metric.path("id").asText();
                if (name.endsWith(PENDING)) {
                    JsonNode values = http.json(flink.resolve(metrics + "?get=" + name));
                    pending += values.path(0).path("sum").asLong();
                }
            }
        }
        return pending;
    }
}
