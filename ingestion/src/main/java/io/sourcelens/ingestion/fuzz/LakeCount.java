/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.ingestion.lake.LakeReader;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.schema.Topics;
import java.util.Map;
import java.util.stream.Stream;

/** Finds in the lake what was sent. */
final class LakeCount {
    private static final String DEAD_LETTER = "dead_letter";

    private final LakeReader lake;

    LakeCount(LakeReader lake) {
        this.lake = lake;
    }

    /** Rows of the marketplace in every raw table that came this way. */
    long kept(String source) {
        return Schemas.entities().stream()
                .map(TableSchema::name)
                .mapToLong(entity -> rows(entity, source, ""))
                .sum();
    }

    /** Dead letters of the marketplace that came this way and were not made by a replay. */
    long rejected(String source) {
        return rows(DEAD_LETTER, source, "and not startsWith(origin, 'replay of ')");
    }

    private long rows(String table, String source, String condition) {
        return number("select count() from %s where marketplace = '%s' and source = '%s' %s"
                .formatted(lake.table(table), FuzzRecords.MARKETPLACE, source, condition));
    }

    /** Marks what is found; returns how many rows were there twice. */
    long find(String entity, SentOffsets offsets) {
        offsets.forgetFindings();
        String between = "topic_offset between %d and %d".formatted(offsets.first(), offsets.last());
        long doubled = find(
                "select topic_partition, topic_offset from %s where %s".formatted(lake.table(entity), between),
                offsets,
                true);
        return doubled
                + find(
                        "select topic_partition, topic_offset from %s where topic = '%s' and %s"
                                .formatted(lake.table(DEAD_LETTER), Topics.of(Schemas.entity(entity)), between),
                        offsets,
                        false);
    }

    /**
     * Letters that a replay since then wrote with the same bytes and reason as the letter that they name.
     *
     * @param since milliseconds since 1970-01-01T00:00:00Z
     */
    long faithfulReplays(long since) {
        return number("""
                select count()
                from (select origin, reason, record, ingested_at from %1$s where startsWith(origin, 'replay of ')) as again
                join (
                    select concat('replay of ', topic, '-', toString(topic_partition), '@', toString(topic_offset)) as name,
                        reason, record
                    from %1$s
                ) as first on again.origin = first.name
                where again.reason = first.reason and again.record = first.record
                    and toUnixTimestamp64Milli(again.ingested_at) >= %2$d""".formatted(lake.table(DEAD_LETTER), since));
    }

    private long find(String sql, SentOffsets offsets, boolean inRaw) {
        try (Stream<String> rows = lake.query(sql + " format TSV", Map.of())) {
            return rows.map(row -> row.split("\t"))
                    .filter(row -> !offsets.find(Integer.parseInt(row[0]), Long.parseLong(row[1]), inRaw))
                    .count();
        }
    }

    private long number(String sql) {
        try (Stream<String> rows = lake.query(sql + " format TSV", Map.of())) {
            return rows.findFirst().map(Long::parseLong).orElse(0L);
        }
    }
}
