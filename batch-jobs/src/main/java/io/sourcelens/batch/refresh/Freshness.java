/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.schema.DeadLetter;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * {@code mart.freshness}, from what the lake keeps of every file (rows, newest instants); only files with deleted rows
 * and the dead letters are read.
 */
final class Freshness {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("freshness"));
    private static final List<String> STATISTICS = List.of("deleted", "source_time", "ingested_at");

    private final Lake lake;
    private final Map<Key, Known> known = new HashMap<>();

    private record Key(String marketplace, String entity) {}

    private static final class Known {
        private long rows;
        private long rejected;
        private @Nullable Instant sourceTime;
        private @Nullable Instant ingestedAt;
    }

    Freshness(Lake lake) {
        this.lake = lake;
    }

    List<Record> mart(Basis basis) {
        for (TableSchema entity : Schemas.entities()) {
            lake.find("core." + entity.name()).ifPresent(table -> addFiles(entity.name(), table));
        }
        addRejected();
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : basis.marketplaces().all()) {
            new TreeMap<>(ofMarketplace(marketplace.id()))
                    .forEach((entity, one) -> rows.add(SmallTables.row(
                            TABLE,
                            marketplace.id(),
                            entity,
                            one.rows,
                            one.rejected,
                            utc(one.sourceTime),
                            utc(one.ingestedAt),
                            utc(marketplace.knownUntil()),
                            basis.runId())));
        }
        return rows;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private Map<String, Known> ofMarketplace(String marketplace) {
        Map<String, Known> found = new HashMap<>();
        known.forEach((key, one) -> {
            if (key.marketplace().equals(marketplace)) {
                found.put(key.entity(), one);
            }
        });
        return found;
    }

    private void addFiles(String entity, Table table) {
        boolean deletions = false;
        try (CloseableIterable<FileScanTask> files =
                table.newScan().includeColumnStats(STATISTICS).planFiles()) {
            for (FileScanTask task : files) {
                DataFile file = task.file();
                Known one = of(file.partition().get(0, String.class), entity);
                one.rows += file.recordCount();
                one.sourceTime = later(one.sourceTime, newest(table, file, "source_time"));
                one.ingestedAt = later(one.ingestedAt, newest(table, file, "ingested_at"));
                deletions |= hasDeletions(table, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the files of " + table.name(), e);
        }
        if (deletions) {
            lake.read("core." + entity)
                    .filter(col("deleted"))
                    .groupBy("marketplace")
                    .agg(count(lit(1)))
                    .collectAsList()
                    .forEach(row -> of(row.getString(0), entity).rows -= row.getLong(1));
        }
    }

    private void addRejected() {
        if (lake.find("raw.dead_letter")
                .filter(table -> table.currentSnapshot() != null)
                .isEmpty()) {
            return;
        }
        lake.read("raw.dead_letter")
                .filter(col("marketplace").isNotNull())
                .groupBy("marketplace", "entity")
                .agg(sum(openLetters()))
                .collectAsList()
                .forEach(row -> of(row.getString(0), row.getString(1)).rejected += row.getLong(2));
    }

    /** What a row adds to the open ones: a mark closes one, a letter of a replay closes one and is one itself. */
    private static Column openLetters() {
        return when(col("reason").equalTo(DeadLetter.REPLAYED), -1)
                .when(col("origin").startsWith(DeadLetter.replayOf("")), 0)
                .otherwise(1);
    }

    private Known of(String marketplace, String entity) {
        return known.computeIfAbsent(new Key(marketplace, entity), any -> new Known());
    }

    private static Instant newest(Table table, DataFile file, String column) {
        NestedField field = table.schema().findField(column);
        ByteBuffer bound = file.upperBounds().get(field.fieldId());
        long micros = Conversions.fromByteBuffer(field.type(), bound);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static boolean hasDeletions(Table table, DataFile file) {
        NestedField field = table.schema().findField("deleted");
        return Conversions.<Boolean>fromByteBuffer(
                field.type(), file.upperBounds().get(field.fieldId()));
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
