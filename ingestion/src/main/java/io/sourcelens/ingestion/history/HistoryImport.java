/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.CompiledFile;
import io.sourcelens.ingestion.history.mapping.CompiledFile.EntityQuery;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.RecordValidator;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import io.sourcelens.schema.Validation;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One import: every row of every file is kept or becomes a dead letter. Records are sent in an order that follows from the
 * files alone, so that a run that was killed is continued by counting.
 */
final class HistoryImport {
    private static final String NOTES = """
            select note, count(*) as kept
            from (select unnest(__notes) as note from %s where __reject_reason is null)
            group by note
            order by note
            """;
    private static final String REJECTED = """
            select __file, __row, __original, __reject_reason, __reject_detail
            from %s
            where __reject_reason is not null
            order by __position
            """;

    private final ImportPlan plan;
    private final RecordSink sink;
    private final ImportProgress progress;
    private final RecordEncoder encoder;
    private final ImportTally tally = new ImportTally();
    private final Map<String, Long> reached = new HashMap<>();

    HistoryImport(ImportPlan plan, RecordSink sink, ImportProgress progress) {
        this.plan = plan;
        this.sink = sink;
        this.progress = progress;
        this.encoder = new RecordEncoder(plan.marketplace());
    }

    /** @throws ImportException when a record cannot be delivered, or the counts do not add up */
    ImportReport run(HistoryDatabase database) {
        try {
            send(
                    Schemas.entity("marketplace"),
                    null,
                    encoder.encode(plan.mapping().marketplace(), database.latestTime()));
            for (EntityQuery entity : entitiesInOrder()) {
                database.forEach(
                        entity.query(),
                        row -> send(entity.entity(), entity, encoder.encode(entity.entity(), entity.perRow(), row)));
                progress.say("%s: %,d records sent".formatted(entity.entity().name(), tally.sent(entity.entity())));
            }
            for (CompiledFile file : plan.compiled()) {
                database.forEach(REJECTED.formatted(file.judged()), row -> sendRejectedRow(file, row));
            }
            sink.flush();
            for (CompiledFile file : plan.compiled()) {
                database.forEach(
                        NOTES.formatted(file.judged()),
                        row -> tally.noteKept(file.name(), row.getString("note"), row.getLong("kept")));
                long kept = database.count(
                        "select count(*) from %s where __reject_reason is null".formatted(file.judged()));
                tally.counted(file.name(), database.count("select count(*) from " + file.source()), kept);
            }
            return tally.report(plan.marketplace());
        } catch (SQLException e) {
            throw new ImportException(
                    "Cannot import with mapping %s: %s; correct the mapping"
                            .formatted(plan.mappingFile(), e.getMessage()),
                    e);
        }
    }

    /** Slow entities first, as the contract orders them. */
    private List<EntityQuery> entitiesInOrder() {
        List<String> order = Schemas.entities().stream().map(TableSchema::name).toList();
        return plan.compiled().stream()
                .flatMap(file -> file.entities().stream())
                .sorted(Comparator.comparingInt(
                        entity -> order.indexOf(entity.entity().name())))
                .toList();
    }

    private void send(TableSchema entity, @Nullable EntityQuery from, HistoryRecord record) {
        Validation validation = RecordValidator.validate(entity, record.value());
        if (validation instanceof Validation.Rejected rejected) {
            tally.rejectedRecord(entity, rejected.reason().code());
            if (from != null && from.perRow()) {
                tally.rejectedLate(
                        from.file(), record.position(), rejected.reason().code());
            }
            sendDeadLetter(entity.name(), record.origin(), rejected.reason().code(), rejected.detail(), record.value());
        } else {
            deliver(Topics.of(entity), record.key(), record.value());
            tally.countSent(entity);
        }
        progress.count(entity.name());
    }

    private void sendRejectedRow(CompiledFile file, ResultSet row) throws SQLException {
        String reason = row.getString("__reject_reason");
        tally.rejectedRow(file.name(), reason);
        String origin = "%s:%d".formatted(row.getString("__file"), row.getLong("__row"));
        byte[] original = row.getString("__original").getBytes(StandardCharsets.UTF_8);
        sendDeadLetter(mainEntity(file), origin, reason, row.getString("__reject_detail"), original);
        progress.count("dead_letter");
    }

    /** The entity that a row of the file is: the first that has one record per row. */
    private static String mainEntity(CompiledFile file) {
        return file.entities().stream()
                .sorted(Comparator.comparing((EntityQuery entity) -> !entity.perRow()))
                .map(entity -> entity.entity().name())
                .findFirst()
                .orElse(file.name());
    }

    private void sendDeadLetter(String entity, String origin, String reason, @Nullable String detail, byte[] original) {
        DeadLetter letter =
                new DeadLetter(plan.marketplace(), entity, reason, detail, encoder.source(), origin, original);
        deliver(Topics.DEAD_LETTER, origin.getBytes(StandardCharsets.UTF_8), RecordEncoder.bytes(letter));
        tally.deadLetter();
    }

    private void deliver(String topic, byte[] key, byte[] value) {
        if (reached.merge(topic, 1L, Long::sum) > sink.delivered(topic)) {
            sink.send(topic, key, value);
        } else {
            tally.deliveredBefore();
        }
    }
}
