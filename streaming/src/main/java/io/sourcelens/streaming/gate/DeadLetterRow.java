/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.source.LogRecord;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** A rejected record as a row of {@code raw.dead_letter}. */
final class DeadLetterRow {
    static final String TABLE = "dead_letter";

    private DeadLetterRow() {}

    /** Columns stand in the order of {@link io.sourcelens.schema.LakeTable#deadLetter}. */
    static LakeRow of(Rejection rejection, LogRecord record) {
        return new LakeRow(
                TABLE,
                GenericRowData.of(
                        StringData.fromString(rejection.marketplace()),
                        StringData.fromString(rejection.entity()),
                        StringData.fromString(rejection.reason()),
                        StringData.fromString(rejection.detail()),
                        StringData.fromString(rejection.source()),
                        StringData.fromString(rejection.origin()),
                        record.key(),
                        rejection.record(),
                        TimestampData.fromEpochMillis(record.timestampMillis()),
                        StringData.fromString(record.topic()),
                        record.partition(),
                        record.offset()));
    }
}
