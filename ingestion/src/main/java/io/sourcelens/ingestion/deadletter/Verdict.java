/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.RecordKey;
import io.sourcelens.schema.RecordParser;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;

/** What becomes of a dead letter when it is replayed now. */
sealed interface Verdict {
    /** Its record is valid and goes to its entity's topic. */
    record Passed(String topic, byte[] key, DeadLetter mark) implements Verdict {}

    record RejectedAgain(DeadLetter letter) implements Verdict {}

    /** It stays open as it is. */
    record Skipped(String why) implements Verdict {}

    static Verdict of(StoredLetter letter) {
        if (!letter.open()) {
            return new Skipped("replayed before");
        }
        if (letter.source().startsWith(Envelope.IMPORT)) {
            return new Skipped("a row of a file: import the file again with a corrected mapping");
        }
        if (letter.record().length > RecordParser.MAX_RECORD_BYTES) {
            return new Skipped("too large to be sent");
        }
        Validation validation = judge(letter);
        if (validation instanceof Validation.Rejected rejected) {
            return new RejectedAgain(successor(letter, rejected.reason().code(), rejected.detail(), letter.record()));
        }
        TableSchema entity = Schemas.entity(letter.entity());
        String topic = Topics.of(entity);
        byte[] key = RecordKey.of(entity, ((Validation.Accepted) validation).change());
        return new Passed(topic, key, successor(letter, DeadLetter.REPLAYED, "sent to " + topic, new byte[0]));
    }

    /** As the gate did, and as the intake: a record may not enter a marketplace or a way that it did not come by. */
    private static Validation judge(StoredLetter letter) {
        if (!Schemas.isEntity(letter.entity())) {
            return new Validation.Rejected(RejectReason.UNKNOWN_ENTITY, "no entity is called " + letter.entity());
        }
        Validation validation = RecordValidator.validate(Schemas.entity(letter.entity()), letter.record());
        if (validation instanceof Validation.Accepted accepted) {
            Change change = accepted.change();
            boolean isItsOwn = change.marketplace().equals(letter.marketplace())
                    && change.source().equals(letter.source());
            if (!isItsOwn) {
                return new Validation.Rejected(
                        RejectReason.CONTRADICTION,
                        "it says marketplace %s by %s, but came to %s by %s"
                                .formatted(
                                        change.marketplace(), change.source(), letter.marketplace(), letter.source()));
            }
        }
        return validation;
    }

    private static DeadLetter successor(StoredLetter letter, String reason, String detail, byte[] record) {
        return new DeadLetter(
                letter.marketplace(),
                letter.entity(),
                reason,
                detail,
                letter.source(),
                DeadLetter.replayOf(letter.id()),
                record);
    }
}
