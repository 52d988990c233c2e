/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.erasure.ErasedTable;
import io.sourcelens.batch.erasure.Erasure;
import io.sourcelens.batch.erasure.Person;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Pseudonyms;
import io.sourcelens.schema.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.util.SnapshotUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proved by reading every file that is left. */
class ErasureIT {
    private static final LakeTable RAW = LakeTable.raw(Schemas.entity("order"));
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key for tests, kept outside the lake");
    private static final Person LEAVING = Person.of("demo", "13800138000", PSEUDONYMS);
    private static final Person STAYING = Person.of("demo", "1380013800", PSEUDONYMS);

    @TempDir
    private static Path folder;

    private static TestingLake testing;
    private static Lake lake;

    @BeforeAll
    static void start() {
        testing = new TestingLake(folder);
        lake = testing.lake();
    }

    @AfterAll
    static void stop() {
        testing.close();
    }

    @Test
    void nothingNamesThePersonInAnyFileAndEverythingElseIsAsBefore() throws IOException {
        order(1, LEAVING, 1);
        order(2, STAYING, 2);
        refresh();
        order(1, LEAVING, 3);
        reject(LEAVING);
        reject(STAYING);
        lake.find("raw.order")
                .orElseThrow()
                .newAppend()
                .set("flink.job-id", "job")
                .set("flink.max-committed-checkpoint-id", "7")
                .commit();
        assertThat(filesNaming(LEAVING)).isNotEmpty();

        List<ErasedTable> erased = new Erasure(lake).erase(LEAVING, ErasureIT::refresh);

        assertThat(erased)
                .containsExactlyInAnyOrder(
                        new ErasedTable("raw.order", 2, 0),
                        new ErasedTable("core.order", 1, 0),
                        new ErasedTable("raw.dead_letter", 1, 0));
        assertThat(filesNaming(LEAVING)).isEmpty();
        assertThat(filesNaming(STAYING)).isNotEmpty();
        assertThat(core()).containsExactly("1 null 3", "2 " + STAYING.pseudonym() + " 2");
        assertThat(streamed().summary()).containsEntry("flink.max-committed-checkpoint-id", "7");

        order(3, STAYING, 4);

        assertThat(new CoreTables(lake).refresh(Schemas.entity("order")).changes())
                .as("core goes on where it stopped")
                .isEqualTo(1);
        assertThat(new Erasure(lake).erase(LEAVING, ErasureIT::refresh)).isEmpty();
    }

    private static void refresh() {
        new CoreTables(lake).refresh(Schemas.entity("order"));
    }

    private static void order(int id, Person buyer, long position) {
        Record row = SmallTables.row(RAW);
        row.setField("marketplace", "demo");
        row.setField("order_id", Integer.toString(id));
        row.setField("buyer_id", buyer.pseudonym());
        row.setField("ordered_at", NOON);
        row.setField("change_op", "c");
        row.setField("source", "cdc");
        row.setField("source_position", position);
        row.setField("source_time", NOON);
        row.setField("ingested_at", NOON);
        row.setField("topic_partition", 0);
        row.setField("topic_offset", position);
        row.setField("schema_version", 2);
        row.setField("extension", Map.of("phone", buyer.pseudonym()));
        new SmallTables(lake).append(List.of(row), RAW);
    }

    private static void reject(Person buyer) {
        Record row = SmallTables.row(LakeTable.deadLetter());
        row.setField("marketplace", "demo");
        row.setField("entity", "order");
        row.setField("reason", "missing_field");
        row.setField("origin", "marketplace.order-0@1");
        row.setField(
                "record",
                ByteBuffer.wrap("{\"buyer_id\":\"%s\"}".formatted(buyer.id()).getBytes(UTF_8)));
        row.setField("ingested_at", NOON);
        row.setField("topic", "marketplace.order");
        row.setField("topic_partition", 0);
        row.setField("topic_offset", 1L);
        new SmallTables(lake).append(List.of(row), LakeTable.deadLetter());
    }

    private static List<String> core() {
        return lake.read("core.order").selectExpr("order_id", "buyer_id", "source_position").collectAsList().stream()
                .map(row -> row.mkString(" "))
                .sorted()
                .toList();
    }

    private static Snapshot streamed() {
        return StreamSupport.stream(
                        SnapshotUtil.currentAncestors(lake.find("raw.order").orElseThrow())
                                .spliterator(),
                        false)
                .filter(snapshot -> snapshot.summary().containsKey("flink.job-id"))
                .findFirst()
                .orElseThrow();
    }

    /** Files of the warehouse, whatever their format; bounds of columns are cut, so the pseudonym's beginning is enough. */
    private static List<Path> filesNaming(Person person) throws IOException {
        String beginning = Pattern.quote(person.pseudonym().substring(0, 15));
        Pattern names = Pattern.compile("(?<![0-9A-Za-z])%s(?![0-9A-Za-z])|%s".formatted(person.id(), beginning));
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> names.matcher(text(file)).find())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            if (file.toString().endsWith(".parquet")) {
                return lake.spark()
                        .read()
                        .parquet(file.toString())
                        .selectExpr(
                                "to_json(struct(*)) AS row",
                                file.toString().contains("dead_letter") ? "cast(record AS string)" : "''")
                        .collectAsList()
                        .toString();
            }
            if (file.toString().endsWith(".avro")) {
                return records(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String records(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DataFileReader<GenericRecord> reader = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord row : reader) {
                // Bounds of columns are bytes: Avro escapes them, letters and digits stay as they are.
                text.append(row);
            }
        }
        return text.toString();
    }
}
