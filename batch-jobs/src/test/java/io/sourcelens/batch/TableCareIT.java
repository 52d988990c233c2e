/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sourcelens.batch.care.CareConfiguration;
import io.sourcelens.batch.care.CareResult;
import io.sourcelens.batch.care.TableCare;
import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Increment;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Care beside a busy writer and a reader of increments. */
class TableCareIT {
    private static final LakeTable RAW = LakeTable.raw(Schemas.entity("seller"));
    private static final LakeTable CORE = LakeTable.core(Schemas.entity("seller"));
    private static final OffsetDateTime INGESTED = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final CareConfiguration KEEP_NOTHING =
            new CareConfiguration(Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, Duration.ofHours(72));
    /** Ten times as often as the streaming job commits. */
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);

    private static final int COMMITS_BETWEEN_CARES = 15;
    private static final int CARES = 5;

    @TempDir
    private static Path folder;

    private static TestingLake testing;
    private static Lake lake;

    @BeforeAll
    static void start() {
        testing = new TestingLake(folder);
        lake = testing.lake();
        lake.ensure(RAW);
        lake.ensure(CORE);
    }

    @AfterAll
    static void stop() {
        testing.close();
    }

    @Test
    void beneathAWriterAndAReaderFilesStayFewAndEveryRowIsReadOnce() throws InterruptedException {
        AtomicInteger commits = new AtomicInteger();
        TableCare care = new TableCare(lake, KEEP_NOTHING, Clock.systemUTC());
        List<Long> read = new ArrayList<>();
        List<CareResult> results = new ArrayList<>();
        ScheduledExecutorService marketplace = Executors.newSingleThreadScheduledExecutor();
        Future<?> writer = marketplace.scheduleAtFixedRate(
                () -> append(commits.getAndIncrement()), 0, COMMIT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 1; i <= CARES; i++) {
            int target = i * COMMITS_BETWEEN_CARES;
            await().atMost(Duration.ofMinutes(2)).until(() -> commits.get() > target || writer.isDone());
            assertThat(writer.isDone()).as("the writer has failed").isFalse();
            readOn(read);
            results.addAll(care.routine());
        }
        marketplace.shutdown();
        assertThat(marketplace.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        // Care leaves fewer than three files alone, and how many came since the last one is left to chance.
        IntStream.range(0, 3).forEach(i -> append(commits.getAndIncrement()));
        readOn(read);
        results.addAll(care.routine());

        List<Long> written =
                IntStream.range(0, commits.get()).asLongStream().boxed().toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(written);
        assertThat(positions()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(results).extracting(CareResult::failure).containsOnlyNulls();
        // All of one day, joined: one file, however many commits there were.
        assertThat(last(results, "raw.seller").filesAfter()).isEqualTo(1);
        assertThat(last(results, "raw.seller").bytesAfter())
                .isLessThan(last(results, "raw.seller").bytesBefore());
        assertThat(dataFilesOnDisk()).isLessThan(commits.get());
        assertThat(StreamSupport.stream(seller().snapshots().spliterator(), false))
                .as("snapshots since the one that is noted as read")
                .hasSizeLessThan(2 * COMMITS_BETWEEN_CARES);
    }

    @Test
    void ofFilesThatNoSnapshotKnowsTheOldGoAndTheYoungStay() throws IOException {
        Table category = lake.ensure(LakeTable.raw(Schemas.entity("category")));
        category.newAppend().set("flink.job-id", "streaming").commit();
        Path data = Files.createDirectories(folder(category).resolve("data"));
        Path lost = Files.writeString(data.resolve("lost.parquet"), "lost");
        Path fresh = Files.writeString(data.resolve("fresh.parquet"), "fresh");
        Files.setLastModifiedTime(lost, FileTime.from(Instant.now().minus(Duration.ofHours(73))));

        List<CareResult> results = new TableCare(lake, KEEP_NOTHING, Clock.systemUTC()).thorough();

        assertThat(last(results, "raw.category").orphansRemoved()).isEqualTo(1);
        assertThat(lost).doesNotExist();
        assertThat(fresh).exists();
    }

    private static void append(int position) {
        Record row = SmallTables.row(RAW);
        row.setField("marketplace", "demo");
        row.setField("seller_id", "seller-" + position);
        row.setField("change_op", "c");
        row.setField("source", "cdc");
        row.setField("source_position", (long) position);
        row.setField("source_time", INGESTED);
        row.setField("ingested_at", INGESTED);
        row.setField("topic_partition", 0);
        row.setField("topic_offset", (long) position);
        row.setField("schema_version", 1);
        row.setField("extension", Map.of());
        new SmallTables(lake).append(List.of(row), RAW);
    }

    /** As core does: reads what is new, and notes up to where. */
    private static void readOn(List<Long> read) {
        Optional<Long> seen = lake.notes(lake.find("core.seller").orElseThrow()).number(CoreTables.RAW_SNAPSHOT);
        Increment increment =
                Increment.between(lake, "raw.seller", seen, Optional.empty()).orElseThrow();
        assertThat(increment.full()).as("what was noted is still there").isEqualTo(seen.isEmpty());
        increment.rows(lake).select("source_position").collectAsList().forEach(row -> read.add(row.getLong(0)));
        lake.note("core.seller", Notes.NONE.with(CoreTables.RAW_SNAPSHOT, increment.upTo()));
    }

    private static List<Long> positions() {
        return lake.read("raw.seller").select("source_position").collectAsList().stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    private static CareResult last(List<CareResult> results, String table) {
        return results.stream()
                .filter(result -> result.table().equals(table))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private static Table seller() {
        return lake.find("raw.seller").orElseThrow();
    }

    private static Path folder(Table table) {
        return Path.of(URI.create(table.location()));
    }

    private static long dataFilesOnDisk() {
        try (Stream<Path> files = Files.walk(folder(seller()).resolve("data"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
