/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.RejectReason;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges every record once. A valid one becomes a row of its change log, a rejected one a row of the dead letters;
 * tombstones, which repeat a deletion that came as a record of its own, are counted and dropped. Nothing else vanishes.
 */
public final class RecordGate extends ProcessFunction<LogRecord, LakeRow> implements CheckpointListener {
    private final PersonalData personalData;
    private transient GateJournal journal;
    private transient PersonalFields personalFields;

    public RecordGate(PersonalData personalData) {
        this.personalData = personalData;
    }

    @Override
    public void open(OpenContext context) {
        journal = new GateJournal(getRuntimeContext().getMetricGroup().addGroup("gate"));
        personalFields = new PersonalFields(personalData);
    }

    @Override
    public void processElement(LogRecord record, Context context, Collector<LakeRow> out) {
        journal.seen(record);
        byte[] value = record.value();
        if (value == null) {
            journal.skippedTombstone();
        } else {
            out.collect(judge(record, value));
        }
    }

    private LakeRow judge(LogRecord record, byte[] value) {
        if (record.topic().equals(Topics.DEAD_LETTER)) {
            return deadLetter(record, Rejection.ofDeadLetter(record, value));
        }
        String name = Topics.entityName(record.topic());
        if (!Schemas.isEntity(name)) {
            String detail = "no entity is called " + name;
            return reject(
                    record, Rejection.of(record, value, new Validation.Rejected(RejectReason.UNKNOWN_ENTITY, detail)));
        }
        TableSchema entity = Schemas.entity(name);
        Validation validation = RecordValidator.validate(entity, value);
        if (validation instanceof Validation.Rejected rejected) {
            return reject(record, Rejection.of(record, value, rejected));
        }
        journal.accepted();
        Change change = ((Validation.Accepted) validation).change();
        return RawRow.of(entity, personalFields.pseudonymised(entity, change), record);
    }

    private LakeRow deadLetter(LogRecord record, Rejection letter) {
        boolean isMark = letter.reason().equals(DeadLetter.REPLAYED);
        return isMark ? DeadLetterRow.of(letter, record) : reject(record, letter);
    }

    private LakeRow reject(LogRecord record, Rejection rejection) {
        journal.rejected(rejection.reason());
        return DeadLetterRow.of(rejection, record);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        journal.checkpointCompleted(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) {
        journal.checkpointAborted(checkpointId);
    }
}
