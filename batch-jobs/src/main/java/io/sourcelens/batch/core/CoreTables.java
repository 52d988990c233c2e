/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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
        Optional<Increment> found =
                Increment.between(lake, "raw." + entity.name(), notes.number(RAW_SNAPSHOT), Optional.empty());
        if (found.isEmpty() || found.get().isEmpty()) {
            return new MergeResult(entity.name(), 0, found.map(Increment::upTo), 0);
        }
        Increment increment = found.get();
        Dataset<Row> changes = held(increment);
        boolean keysAlone = !keysAlone(entity, changes).isEmpty();
        MarketplaceDays touched = touched(entity, changes, keysAlone);
        Notes now = Notes.NONE
                .with(RAW_SNAPSHOT, increment.upTo())
                .with(MARKETPLACES, String.join(",", marketplaces(notes, touched)));
        write(entity, core, new Merge(table, increment, changes, touched), now);
        return new MergeResult(entity.name(), increment.rowCount(), Optional.of(increment.upTo()), touched.size());
    }

    private record Merge(Table table, Increment increment, Dataset<Row> changes, MarketplaceDays touched) {
        boolean few() {
            return increment.rowCount() <= SMALL;
        }
    }

    private void write(TableSchema entity, LakeTable core, Merge merge, Notes notes) {
        Dataset<Row> current = current(entity, merge);
        boolean moved = moved(entity, current, merge);
        Dataset<Row> candidates = CoreMerge.candidates(moved ? current(entity, merge) : current, merge.changes());
        if (moved) {
            lake.overwrite(CoreMerge.newest(entity, candidates), core, days(entity, merge), notes);
        } else if (merge.few()) {
            lake.overwritePartitionsByFew(CoreMerge.newest(entity, candidates.coalesce(1)), core, notes);
        } else if (CoreMerge.keysKeepTheirDay(entity, candidates)
                && !new MovedRows(lake, entity).withinOneIncrement(merge.changes())) {
            lake.overwritePartitionsInOrder(CoreMerge.newestByDay(entity, candidates), core, notes);
        } else {
            lake.overwritePartitions(CoreMerge.newest(entity, candidates), core, notes);
        }
    }

    /** Notes where known rows were that the changes move, and adds the days that lose them to those that are touched. */
    private boolean moved(TableSchema entity, Dataset<Row> current, Merge merge) {
        if (entity.eventTime() == null || merge.table().currentSnapshot() == null) {
            return false;
        }
        Dataset<Row> before = new MovedRows(lake, entity).before(current, merge.changes(), merge.few());
        if (before.isEmpty()) {
            return false;
        }
        LakeTable moved = LakeTable.moved(entity);
        lake.ensure(moved);
        lake.appendFew(before, moved);
        merge.touched().addAll(MarketplaceDays.collect(before.withColumn("day", to_date(col(entity.eventTime())))));
        return true;
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
    public Dataset<Row> changes(TableSchema entity, Increment increment) {
        Dataset<Row> changes = held(increment);
        Dataset<Row> keysAlone = keysAlone(entity, changes);
        return keysAlone.isEmpty()
                ? changes
                : changes.filter(col(entity.eventTime()).isNotNull()).unionByName(ofKeysAlone(entity, keysAlone), true);
    }

    private Dataset<Row> held(Increment increment) {
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

    private Dataset<Row> current(TableSchema entity, Merge merge) {
        return lake.read("core." + entity.name()).filter(days(entity, merge));
    }

    private static Column days(TableSchema entity, Merge merge) {
        boolean all = merge.table().currentSnapshot() == null
                || entity.eventTime() == null
                || merge.increment().full();
        return all ? lit(true) : inDays(entity.eventTime(), merge.touched());
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
