/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with a batch, whoever brought it. */
final class BatchIntake {
    private static final String KEY = "[\\x21-\\x7e]{1,200}";

    private final BatchLog log;
    private final IntakeMetrics metrics;

    BatchIntake(BatchLog log, IntakeMetrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    /** @return the answer's body as JSON */
    byte[] take(
            String marketplace, TableSchema entity, @Nullable String idempotencyKey, String contentType, byte[] body)
            throws Problem {
        String key = marketplace + "/" + requireKey(idempotencyKey);
        String fingerprint = Receipt.fingerprint(entity.name(), body);
        byte[] before = log.answered(key, fingerprint);
        if (before != null) {
            return before;
        }
        JudgedBatch batch = JudgedBatch.of(marketplace, entity, BatchBody.records(contentType, body));
        long since = System.nanoTime();
        byte[] answer = log.write(key, fingerprint, batch);
        metrics.committed(batch, (System.nanoTime() - since) / 1e9);
        return answer;
    }

    static TableSchema requireEntity(String name) throws Problem {
        if (!Schemas.isEntity(name)) {
            throw new Problem(
                    404,
                    "Not Found",
                    "Cannot find entity %s; there are %s"
                            .formatted(
                                    name,
                                    Schemas.entities().stream()
                                            .map(TableSchema::name)
                                            .collect(Collectors.joining(", "))));
        }
        return Schemas.entity(name);
    }

    private static String requireKey(@Nullable String idempotencyKey) throws Problem {
        if (idempotencyKey == null || !idempotencyKey.matches(KEY)) {
            throw new Problem(
                    400,
                    "Bad Request",
                    "Cannot take a batch without a key; send Idempotency-Key: 1 to 200 printable ASCII characters, a new one for every batch");
        }
        return idempotencyKey;
    }
}
