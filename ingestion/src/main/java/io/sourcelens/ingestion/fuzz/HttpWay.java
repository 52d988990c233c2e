/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Posts records to the intake in batches; what does not come back as accepted or rejected is a failure. */
final class HttpWay {
    static final String SOURCE = "http";

    private static final int RECORDS_A_BATCH = 500;
    private static final int MAX_RECORD_BYTES = 500_000;
    private static final int MAX_BATCH_BYTES = 4 << 20;
    /** One request in so many is spoilt as a whole. */
    private static final int HOSTILE_RARITY = 50;

    private static final JsonMapper JSON = new JsonMapper();

    private final IntakeClient client;
    private final Map<TableSchema, Batch> batches = new HashMap<>();
    private long posted;
    private long sent;
    private long valid;
    private long accepted;
    private long rejected;

    private static final class Batch {
        private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        private int records;
        private int valid;
    }

    HttpWay(IntakeClient client) {
        this.client = client;
    }

    void send(FuzzRecord record) throws IOException, InterruptedException {
        if (!isOneLine(record.bytes())) {
            return;
        }
        Batch batch = batches.computeIfAbsent(record.entity(), entity -> new Batch());
        batch.lines.writeBytes(record.bytes());
        batch.lines.write('\n');
        batch.records++;
        batch.valid += record.valid() ? 1 : 0;
        if (batch.records >= RECORDS_A_BATCH || batch.lines.size() > MAX_BATCH_BYTES) {
            post(record.entity(), batches.remove(record.entity()));
        }
    }

    void finish() throws IOException, InterruptedException {
        for (Map.Entry<TableSchema, Batch> batch : batches.entrySet()) {
            post(batch.getKey(), batch.getValue());
        }
        batches.clear();
    }

    long sent() {
        return sent;
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** Records of which the intake says otherwise than the gate did here. */
    long misjudged() {
        return Math.abs(accepted - valid);
    }

    private void post(TableSchema entity, Batch batch) throws IOException, InterruptedException {
        if (posted++ % HOSTILE_RARITY == 0) {
            client.requireRefusals(entity.name());
        }
        JsonNode answer = JSON.readTree(client.post(entity.name(), batch.lines.toByteArray()));
        sent += batch.records;
        valid += batch.valid;
        accepted += answer.path("accepted").asLong();
        rejected += answer.path("rejected").size();
    }

    /** A line end would make two records of one, a blank line none, and too large a record refuses the batch. */
    private static boolean isOneLine(byte[] bytes) {
        boolean blank = true;
        for (byte character : bytes) {
            if (character == '\n') {
                return false;
            }
            blank &= character == ' ' || character == '\t' || character == '\r';
        }
        return !blank && bytes[bytes.length - 1] != '\r' && bytes.length <= MAX_RECORD_BYTES;
    }
}
