/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.util.Map;
import java.util.TreeMap;

/** Counters of requests and records, in the text format of Prometheus. */
final class IntakeMetrics {
    private final Map<Integer, Long> requests = new TreeMap<>();
    private final Map<String, Long> accepted = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();
    private final BodyBudget budget;
    private double commitSeconds;
    private long commits;

    IntakeMetrics(BodyBudget budget) {
        this.budget = budget;
    }

    synchronized void answered(int status) {
        requests.merge(status, 1L, Long::sum);
    }

    synchronized void committed(JudgedBatch batch, double seconds) {
        commits++;
        commitSeconds += seconds;
        String entity = batch.entity().name();
        accepted.merge(
                "entity=\"%s\"".formatted(entity), (long) batch.accepted().size(), Long::sum);
        batch.rejected()
                .forEach(record -> rejected.merge(
                        "entity=\"%s\",reason=\"%s\""
                                .formatted(entity, record.reason().code()),
                        1L,
                        Long::sum));
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        type(text, "sourcelens_intake_requests_total", "counter", "Answers by status.");
        requests.forEach((status, count) ->
                sample(text, "sourcelens_intake_requests_total{status=\"%d\"}".formatted(status), count));
        type(text, "sourcelens_intake_records_accepted_total", "counter", "Records in the log.");
        accepted.forEach((labels, count) ->
                sample(text, "sourcelens_intake_records_accepted_total{%s}".formatted(labels), count));
        type(text, "sourcelens_intake_records_rejected_total", "counter", "Records in the dead letters.");
        rejected.forEach((labels, count) ->
                sample(text, "sourcelens_intake_records_rejected_total{%s}".formatted(labels), count));
        type(text, "sourcelens_intake_commit_seconds", "summary", "Time a batch waited for and took in the log.");
        sample(text, "sourcelens_intake_commit_seconds_sum", commitSeconds);
        sample(text, "sourcelens_intake_commit_seconds_count", commits);
        type(text, "sourcelens_intake_bytes_in_flight", "gauge", "Memory given to bodies under way.");
        sample(text, "sourcelens_intake_bytes_in_flight", budget.inFlight());
        return text.toString();
    }

    private static void type(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s%n# TYPE %s %s%n".formatted(name, help, name, type));
    }

    private static void sample(StringBuilder text, String series, Number value) {
        text.append(series).append(' ').append(value).append('\n');
    }
}
