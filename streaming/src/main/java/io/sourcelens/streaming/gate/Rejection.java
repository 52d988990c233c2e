/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import io.sourcelens.streaming.source.LogRecord;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why a record is not in its change log, and what it was.
 *
 * @param marketplace as far as the record tells
 * @param source way in, as far as the record tells
 * @param origin where it stands in the log, or where its importer read it
 * @param record the original bytes
 */
record Rejection(
        @Nullable String marketplace,
        String entity,
        String reason,
        @Nullable String detail,
        @Nullable String source,
        String origin,
        byte[] record) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Of a record that the gate refused. */
    static Rejection of(LogRecord log, byte[] value, Validation.Rejected rejected) {
        JsonNode json = readable(value);
        return new Rejection(
                json.path(Envelope.MARKETPLACE).textValue(),
                Topics.entityName(log.topic()),
                rejected.reason().code(),
                rejected.detail(),
                json.path(Envelope.SOURCE).textValue(),
                log.origin(),
                value);
    }

    /** Of a record that an importer refused, as it says in its dead letter; of the dead letter itself if that is none. */
    static Rejection ofDeadLetter(LogRecord log, byte[] value) {
        DeadLetter letter;
        try {
            letter = JSON.readValue(value, DeadLetter.class);
        } catch (IOException e) {
            return of(
                    log,
                    value,
                    new Validation.Rejected(RejectReason.MALFORMED, "not a dead letter: " + e.getMessage()));
        }
        if (letter == null || letter.entity() == null || letter.reason() == null || letter.origin() == null) {
            return of(
                    log,
                    value,
                    new Validation.Rejected(
                            RejectReason.MISSING_FIELD, "a dead letter needs entity, reason and origin"));
        }
        return new Rejection(
                letter.marketplace(),
                letter.entity(),
                letter.reason(),
                letter.detail(),
                letter.source(),
                letter.origin(),
                letter.record());
    }

    private static JsonNode readable(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException unreadable) {
            return JSON.missingNode();
        }
    }
}
