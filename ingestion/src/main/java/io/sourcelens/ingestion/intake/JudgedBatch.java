/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.RecordKey;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Validation;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch whose every record is either accepted or rejected; the bytes are those that were sent.
 *
 * @param marketplace name in the address: records of another one are rejected
 */
record JudgedBatch(String marketplace, TableSchema entity, List<Accepted> accepted, List<Rejected> rejected) {
    /** What {@link Envelope#SOURCE} says of records that came this way. */
    static final String SOURCE = "http";

    record Accepted(byte[] key, byte[] bytes) {}

    /** @param index position in the batch, from 0 */
    record Rejected(int index, RejectReason reason, String detail, byte[] bytes) {}

    static JudgedBatch of(String marketplace, TableSchema entity, List<byte[]> records) {
        List<Accepted> accepted = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        for (int index = 0; index < records.size(); index++) {
            byte[] bytes = records.get(index);
            Validation validation = judge(marketplace, entity, bytes);
            if (validation instanceof Validation.Accepted valid) {
                accepted.add(new Accepted(RecordKey.of(entity, valid.change()), bytes));
            } else if (validation instanceof Validation.Rejected invalid) {
                rejected.add(new Rejected(index, invalid.reason(), invalid.detail(), bytes));
            }
        }
        return new JudgedBatch(marketplace, entity, List.copyOf(accepted), List.copyOf(rejected));
    }

    private static Validation judge(String marketplace, TableSchema entity, byte[] bytes) {
        Validation validation = RecordValidator.validate(entity, bytes);
        if (validation instanceof Validation.Accepted accepted) {
            Change change = accepted.change();
            if (!change.marketplace().equals(marketplace)) {
                return contradiction(Envelope.MARKETPLACE, change.marketplace(), marketplace);
            }
            if (!change.source().equals(SOURCE)) {
                return contradiction(Envelope.SOURCE, change.source(), SOURCE);
            }
        }
        return validation;
    }

    private static Validation contradiction(String field, String said, String expected) {
        return new Validation.Rejected(
                RejectReason.CONTRADICTION, "%s is %.100s; records sent here say %s".formatted(field, said, expected));
    }
}
