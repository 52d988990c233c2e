/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.TableSchema;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads new changes of one entity, merges them with the days they touch, and writes those days. */
public final class CoreTables {
    /** Note on a core table: the raw snapshot up to which its changes are merged. */
    public static final String RAW_SNAPSHOT = "raw-snapshot";
    /** Note on a core table: marketplaces that have ever delivered a row of it. */
    private static final String MARKETPLACES = "marketplaces";

    /** Up to so many changes are held in memory while they are merged. */
    private static final long SMALL = 50_000;

    private final Lake lake;

    public CoreTables(Lake lake) {
        this.lake = lake;
    }

    /** Brings {@code core.<entity>} up to the newest raw snapshot. */
    public MergeResult refresh(TableSchema entity) {
        LakeTable core = LakeTable.core(entity);
        Table table = lake.ensure(core);
        Notes notes = lake.notes(table);
        Optional<RawIncrement> found =
                RawIncrement.between(lake, entity.name(), notes.number(RAW_SNAPSHOT), Optional.empty());
        if (found.isEmpty() || found.get().isEmpty()) {
            return new MergeResult(entity.name(), 0, found.map(RawIncrement::upTo), 0);
        }
        RawIncrement increment = found.get();
        Dataset<Row> changes = held(increment);
        boolean keysAlone = !keysAlone(entity, changes).isEmpty();
        MarketplaceDays touched = touched(entity, changes, keysAlone);
        Notes now = Notes.NONE
                .with(RAW_SNAPSHOT, increment.upTo())
                .with(MARKETPLACES, String.join(",", marketplaces(notes, touched)));
        Set<String> moved = marketplacesWithMovedRows(entity, table, changes);
        if (moved.isEmpty()) {
            write(entity, current(entity, table, increment, touched), changes, increment, now);
        } else {
            Column inMoved = col("marketplace").isin(moved.toArray());
            Dataset<Row> all = lake.read("core." + entity.name()).filter(inMoved);
            lake.overwrite(CoreMerge.merge(entity, all, changes.filter(inMoved)), core, inMoved, Notes.NONE);
            write(
                    entity,
                    current(entity, table, increment, touched).filter(not(inMoved)),
                    changes.filter(not(inMoved)),
                    increment,
                    Notes.NONE);
            lake.note("core." + entity.name(), now);
        }
        return new MergeResult(entity.name(), increment.rowCount(), Optional.of(increment.upTo()), touched.size());
    }

    private void write(
            TableSchema entity, Dataset<Row> current, Dataset<Row> changes, RawIncrement increment, Notes notes) {
        LakeTable core = LakeTable.core(entity);
        Dataset<Row> candidates = CoreMerge.candidates(current, changes);
        if (increment.rowCount() <= SMALL) {
            lake.overwritePartitionsByFew(CoreMerge.newest(entity, candidates.coalesce(1)), core, notes);
        } else if (CoreMerge.keysKeepTheirDay(entity, candidates)) {
            lake.overwritePartitionsInOrder(CoreMerge.newestByDay(entity, candidates), core, notes);
        } else {
            lake.overwritePartitions(CoreMerge.newest(entity, candidates), core, notes);
        }
    }

    /**
     * Marketplaces that sent a known row with another day, as an import does that is repeated with a corrected mapping:
     * their rows are merged whole, for the old day must lose the row. Captured rows are not looked for: their event time
     * does not change.
     */
    private Set<String> marketplacesWithMovedRows(TableSchema entity, Table table, Dataset<Row> changes) {
        Set<String> moved = new TreeSet<>();
        if (entity.eventTime() == null || table.currentSnapshot() == null) {
            return moved;
        }
        Column day = to_date(col(entity.eventTime()));
        Dataset<Row> sent = changes.filter(CoreMerge.NOT_CAPTURED).withColumn("day", day);
        if (!sent.isEmpty()) {
            Column[] key = CoreMerge.key(entity);
            Dataset<Row> known = lake.read("core." + entity.name())
                    .withColumn("known_day", day)
                    .select(Stream.concat(Stream.of(key), Stream.of(col("known_day")))
                            .toArray(Column[]::new));
            sent.join(known, Stream.of(key).map(Column::toString).toArray(String[]::new))
                    .filter(col("day").notEqual(col("known_day")))
                    .select("marketplace")
                    .distinct()
                    .collectAsList()
                    .forEach(row -> moved.add(row.getString(0)));
        }
        return moved;
    }

    /** The raw snapshot whose changes a core table knows. */
    public Optional<Long> knownRawSnapshot(String entity) {
        return lake.find("core." + entity).map(lake::notes).flatMap(notes -> notes.number(RAW_SNAPSHOT));
    }

    /** Marketplaces that deliver the entity at all. */
    public Set<String> delivering(String entity) {
        Set<String> names = new TreeSet<>();
        lake.find("core." + entity)
                .map(lake::notes)
                .flatMap(notes -> notes.text(MARKETPLACES))
                .ifPresent(text -> names.addAll(Arrays.asList(text.split(","))));
        return names;
    }

    /** Rows of an increment with all fields: of deletions that carry the key alone, those that core knows. */
    public Dataset<Row> changes(TableSchema entity, RawIncrement increment) {
        Dataset<Row> changes = held(increment);
        Dataset<Row> keysAlone = keysAlone(entity, changes);
        return keysAlone.isEmpty()
                ? changes
                : changes.filter(col(entity.eventTime()).isNotNull()).unionByName(ofKeysAlone(entity, keysAlone), true);
    }

    private Dataset<Row> held(RawIncrement increment) {
        Dataset<Row> changes = increment.rows(lake);
        return increment.rowCount() > SMALL
                ? changes
                : lake.spark().createDataFrame(changes.collectAsList(), changes.schema());
    }

    private Dataset<Row> ofKeysAlone(TableSchema entity, Dataset<Row> keysAlone) {
        Dataset<Row> keys = keysAlone.select(CoreMerge.key(entity));
        return lake.read("core." + entity.name()).join(broadcast(keys), keys.columns(), "left_semi");
    }

    /** UTC days (the partitions of core) that the changes fall into; day 0 where an entity has no days. */
    private MarketplaceDays touched(TableSchema entity, Dataset<Row> changes, boolean keysAlone) {
        if (entity.eventTime() == null) {
            return MarketplaceDays.collect(changes.withColumn("day", to_date(lit("1970-01-01"))));
        }
        Column day = to_date(col(entity.eventTime()));
        MarketplaceDays touched = MarketplaceDays.collect(changes.withColumn("day", day));
        if (keysAlone) {
            Dataset<Row> known = ofKeysAlone(entity, keysAlone(entity, changes));
            touched.addAll(MarketplaceDays.collect(known.withColumn("day", day)));
        }
        return touched;
    }

    /** Deletions that carry the key alone: such a deletion touches the day that core knows of it. */
    private static Dataset<Row> keysAlone(TableSchema entity, Dataset<Row> changes) {
        return entity.eventTime() == null
                ? changes.limit(0)
                : changes.filter(col(entity.eventTime()).isNull());
    }

    private Dataset<Row> current(TableSchema entity, Table table, RawIncrement increment, MarketplaceDays touched) {
        Dataset<Row> all = lake.read("core." + entity.name());
        if (table.currentSnapshot() == null || entity.eventTime() == null || increment.full()) {
            return all;
        }
        return all.filter(inDays(entity.eventTime(), touched));
    }

    /** Deletions of keys that were never seen have no day: they are always looked at. */
    private static Column inDays(String eventTime, MarketplaceDays touched) {
        return touched.ofInstant(
                        eventTime, day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .or(col(eventTime).isNull());
    }

    private static Set<String> marketplaces(Notes notes, MarketplaceDays touched) {
        Set<String> names = new TreeSet<>(touched.days().keySet());
        notes.text(MARKETPLACES).ifPresent(text -> names.addAll(Arrays.asList(text.split(","))));
        return names;
    }

    /**
     * What a merge did.
     *
     * @param rawSnapshot the raw snapshot whose changes are merged now
     */
    public record MergeResult(String entity, long changes, Optional<Long> rawSnapshot, int days) {}
}
