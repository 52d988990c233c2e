/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One import: every row of a file becomes a record or a dead letter. */
final class HistoryImport {
    private static final String REJECTED_ROWS = """
            select file_row, original, reject_reason, reject_detail
            from judged_row
            where reject_reason is not null
            order by file_row
            """;
    private static final String KEEP_NOTES = """
            select keep_note, count(*) as kept
            from judged_row
            where reject_reason is null and keep_note is not null
            group by keep_note
            order by keep_note
            """;

    private final Path file;
    private final HistoryFormat format;
    private final RecordSink sink;
    private final ImportProgress progress;
    private final ImportTally tally = new ImportTally();

    HistoryImport(Path file, HistoryFormat format, RecordSink sink, ImportProgress progress) {
        this.file = file;
        this.format = format;
        this.sink = sink;
        this.progress = progress;
    }

    /** @throws ImportException when the file cannot be read, a record not be delivered, or the counts do not add up */
    ImportReport run() {
        progress.say("reading and judging the rows of " + file.getFileName());
        try (HistoryDatabase database = HistoryDatabase.read(file, format)) {
            long read = database.countRows();
            progress.say("%,d rows read".formatted(read));
            for (var entity : format.entities().entrySet()) {
                sendEntity(database, entity.getKey(), entity.getValue());
            }
            sendRejectedRows(database);
            sink.flush();
            database.forEach(KEEP_NOTES, row -> tally.noteKept(row.getString("keep_note"), row.getLong("kept")));
            return tally.report(file, format, read);
        } catch (SQLException e) {
            throw new ImportException("Cannot import %s as %s: %s".formatted(file, format.name(), e.getMessage()), e);
        }
    }

    private void sendEntity(HistoryDatabase database, TableSchema entity, String query) throws SQLException {
        RecordEncoder encoder = new RecordEncoder(entity, format);
        database.forEach(query, row -> sendRecord(entity, encoder.encode(row)));
        progress.say("%s: %,d records sent".formatted(entity.name(), tally.sent(entity)));
    }

    private void sendRecord(TableSchema entity, HistoryRecord record) {
        Validation validation = RecordValidator.validate(entity, record.value());
        if (validation instanceof Validation.Rejected rejected) {
            String reason = rejected.reason().code();
            tally.rejected(entity, reason);
            sendDeadLetter(entity, record.fileRow(), reason, rejected.detail(), record.evidence());
        } else {
            sink.send(Topics.of(entity), record.key(), record.value());
            tally.sent(entity, 1);
        }
        progress.count(entity.name());
    }

    private void sendRejectedRows(HistoryDatabase database) throws SQLException {
        database.forEach(REJECTED_ROWS, this::sendRejectedRow);
    }

    private void sendRejectedRow(ResultSet row) throws SQLException {
        TableSchema entity = format.rowEntity();
        String reason = row.getString("reject_reason");
        tally.rejected(entity, reason);
        byte[] original = row.getString(RecordEncoder.ORIGINAL).getBytes(StandardCharsets.UTF_8);
        sendDeadLetter(entity, row.getLong(RecordEncoder.FILE_ROW), reason, row.getString("reject_detail"), original);
        progress.count("dead_letter");
    }

    private void sendDeadLetter(
            TableSchema entity, long fileRow, String reason, @Nullable String detail, byte[] original) {
        String origin = "%s:%d".formatted(file.getFileName(), fileRow);
        DeadLetter letter =
                new DeadLetter(format.marketplace(), entity.name(), reason, detail, format.source(), origin, original);
        sink.send(Topics.DEAD_LETTER, origin.getBytes(StandardCharsets.UTF_8), RecordEncoder.bytes(letter));
    }
}
