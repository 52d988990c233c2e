/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.schema.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody's files in a folder, and what an import of them would send. */
final class TestExport implements RecordSink {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ImportProgress SILENT = new ImportProgress(new PrintStream(new ByteArrayOutputStream()));

    private final Path folder;
    private final List<String> texts = new ArrayList<>();

    TestExport(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    TestExport with(String name, String content) {
        return with(name, content, StandardCharsets.UTF_8);
    }

    TestExport with(String name, String content, Charset charset) {
        try {
            Files.write(folder.resolve(name), content.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport importWith(String mapping) {
        try {
            return importWith(folder, Files.writeString(folder.resolve("mapping.yaml"), mapping), "foreign");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportReport importWith(Path path, Path mapping, String marketplace) {
        texts.clear();
        ImportPlan plan = ImportPlan.of(path, mapping, marketplace);
        try (HistoryDatabase database = HistoryDatabase.of(plan, SILENT)) {
            return new HistoryImport(plan, this, SILENT).run(database);
        }
    }

    /** What was sent, one line a record: topic, key, value. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    List<JsonNode> records(String entity) {
        return texts.stream()
                .map(text -> text.split("\t", 3))
                .filter(parts -> Topics.entityName(parts[0]).equals(entity))
                .map(parts -> parse(parts[2]))
                .toList();
    }

    /** One field of every record of an entity; "-" where it is absent. */
    List<String> values(String entity, String field) {
        return records(entity).stream()
                .map(record -> record.path(field).asText("-"))
                .toList();
    }

    /** Dead letters by where they stood: reason and detail. */
    Map<String, String> deadLetters() {
        return records("dead_letter").stream()
                .collect(Collectors.toMap(
                        letter -> letter.path("origin").asText(),
                        letter -> letter.path("reason").asText() + ": "
                                + letter.path("detail").asText(),
                        (one, other) -> one + " | " + other,
                        TreeMap::new));
    }

    String original(String origin) {
        return records("dead_letter").stream()
                .filter(letter -> letter.path("origin").asText().equals(origin))
                .map(TestExport::record)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public long delivered(String topic) {
        return 0;
    }

    @Override
    public void send(String topic, byte[] key, byte[] value) {
        texts.add(topic + "\t" + new String(key, StandardCharsets.UTF_8) + "\t"
                + new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    private static String record(JsonNode letter) {
        try {
            return new String(letter.path("record").binaryValue(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
