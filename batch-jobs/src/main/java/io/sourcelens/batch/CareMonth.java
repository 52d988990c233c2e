/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.SparkSession;

/**
 * A month of commits to one raw table as the streaming job makes them, read and cared for as the driver does, for
 * {@code bench care}. Time stands in commits: care comes after each 150 and keeps the snapshots of the last 60, which are
 * five minutes and two of one commit every 2 s. Rows are few: it is files, snapshots and metadata that add up.
 */
public final class CareMonth {
    private static final LakeTable RAW = LakeTable.raw(Schemas.entity("seller"));
    private static final LakeTable CORE = LakeTable.core(Schemas.entity("seller"));
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    private static final int COMMITS_PER_CARE = 150;
    private static final int KEPT_COMMITS = 60;
    private static final int ROWS_PER_COMMIT = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lake lake;
    private final int commitsPerDay;
    private final Deque<Instant> lastCommits = new ArrayDeque<>();
    private final TableCare care;
    private long position;
    private long read;

    private CareMonth(Lake lake, int commitsPerDay) {
        this.lake = lake;
        this.commitsPerDay = commitsPerDay;
        CareConfiguration keepCommits =
                new CareConfiguration(Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, Duration.ofDays(3));
        this.care = new TableCare(lake, keepCommits, this::oldestKept);
    }

    /** @param arguments file for one JSON object a day, commits per day, days */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = LakeSession.start(BatchConfiguration.of(System.getenv()));
        try (PrintStream days = new PrintStream(Files.newOutputStream(Path.of(arguments[0])), true)) {
            CareMonth month = new CareMonth(new Lake(spark), Integer.parseInt(arguments[1]));
            for (int day = 0; day < Integer.parseInt(arguments[2]); day++) {
                days.println(JSON.writeValueAsString(month.day(FIRST_DAY.plusDays(day))));
            }
        } finally {
            spark.stop();
        }
    }

    private Map<String, Object> day(LocalDate day) throws IOException {
        lake.ensure(RAW);
        lake.ensure(CORE);
        List<Double> careSeconds = new ArrayList<>();
        long mostFiles = 0;
        long mostSnapshots = 0;
        long mostMetadataBytes = 0;
        long committing = 0;
        for (int commit = 1; commit <= commitsPerDay; commit++) {
            long since = System.nanoTime();
            commit(day.atStartOfDay()
                    .plusSeconds(86_400L * commit / (commitsPerDay + 1))
                    .atOffset(ZoneOffset.UTC));
            committing += System.nanoTime() - since;
            if (position / ROWS_PER_COMMIT % COMMITS_PER_CARE == 0) {
                readOn();
                mostFiles = Math.max(mostFiles, filesOnDisk());
                mostSnapshots = Math.max(mostSnapshots, snapshots());
                mostMetadataBytes = Math.max(mostMetadataBytes, metadataBytes());
                long start = System.nanoTime();
                requireNoFailure(care.routine());
                careSeconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("day", day.toString());
        result.put("commits", commitsPerDay);
        result.put("rows", position);
        result.put("rows_read", read);
        result.put("rows_in_table", Lake.rowCount(raw()));
        result.put("most_files_on_disk", mostFiles);
        result.put("files_on_disk", filesOnDisk());
        result.put("live_data_files", raw().currentSnapshot().summary().get("total-data-files"));
        result.put("most_snapshots", mostSnapshots);
        result.put("snapshots", snapshots());
        result.put("most_metadata_bytes", mostMetadataBytes);
        result.put("commit_millis", committing / 1e6 / commitsPerDay);
        result.put("care_seconds", careSeconds);
        return result;
    }

    private Instant oldestKept() {
        return lastCommits.isEmpty() ? Instant.EPOCH : lastCommits.getFirst();
    }

    private void commit(OffsetDateTime at) {
        List<Record> rows = new ArrayList<>();
        for (int i = 0; i < ROWS_PER_COMMIT; i++) {
            rows.add(row(position++, at));
        }
        new SmallTables(lake).append(rows, RAW);
        lastCommits.addLast(Instant.now());
        if (lastCommits.size() > KEPT_COMMITS) {
            lastCommits.removeFirst();
        }
    }

    private static Record row(long position, OffsetDateTime at) {
        Record row = SmallTables.row(RAW);
        row.setField("marketplace", "demo");
        row.setField("seller_id", "seller-" + position);
        row.setField("change_op", "c");
        row.setField("source", "cdc");
        row.setField("source_position", position);
        row.setField("source_time", at);
        row.setField("ingested_at", at);
        row.setField("topic_partition", 0);
        row.setField("topic_offset", position);
        row.setField("schema_version", 1);
        row.setField("extension", Map.of());
        return row;
    }

    /** As core does: counts what is new, and notes up to where. */
    private void readOn() {
        Table core = lake.find("core.seller").orElseThrow();
        Optional<Long> seen = lake.notes(core).number(CoreTables.RAW_SNAPSHOT);
        Increment increment =
                Increment.between(lake, "raw.seller", seen, Optional.empty()).orElseThrow();
        if (increment.full() != seen.isEmpty()) {
            throw new IllegalStateException("Cannot read on: snapshot %s is gone".formatted(seen));
        }
        read += increment.rowCount();
        lake.note("core.seller", Notes.NONE.with(CoreTables.RAW_SNAPSHOT, increment.upTo()));
    }

    private static void requireNoFailure(List<CareResult> results) {
        results.stream().filter(result -> result.failure() != null).findAny().ifPresent(result -> {
            throw new IllegalStateException("Cannot measure: " + result.json());
        });
    }

    private Table raw() {
        return lake.find("raw.seller").orElseThrow();
    }

    private long snapshots() {
        return StreamSupport.stream(raw().snapshots().spliterator(), false).count();
    }

    private long metadataBytes() throws IOException {
        return Files.size(Path.of(URI.create(Lake.metadataFile(raw()))));
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(URI.create(raw().location())))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
