/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.ingestion.lake.LakeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dead letters in the lake. */
final class LetterLake {
    private static final JsonMapper JSON = new JsonMapper();

    private final LakeReader lake;

    LetterLake(LakeReader lake) {
        this.lake = lake;
    }

    static LetterLake of(Map<String, String> environment) {
        return new LetterLake(LakeReader.of(environment));
    }

    List<LetterCount> counts(Selection selection, boolean alsoClosed) {
        try (Stream<String> rows = query("counts.sql", selection.parameters("", alsoClosed))) {
            return rows.map(row -> read(row, LetterCount.class)).toList();
        }
    }

    /** Newest first; to be closed. */
    Stream<StoredLetter> letters(Selection selection, String id, boolean alsoClosed, long limit) {
        Map<String, String> parameters = selection.parameters(id, alsoClosed);
        parameters.put("limit", String.valueOf(limit));
        return query("newest.sql", parameters).map(row -> read(row, StoredLetter.class));
    }

    /** Whether the lake has what stands there in the log. */
    boolean has(String topic, int partition, long offset) {
        Map<String, String> parameters =
                Map.of("topic", topic, "partition", String.valueOf(partition), "offset", String.valueOf(offset));
        try (Stream<String> rows = query("arrived.sql", parameters)) {
            return rows.findFirst().map(count -> !count.equals("0")).orElse(false);
        }
    }

    private Stream<String> query(String name, Map<String, String> parameters) {
        String sql = resource(name)
                .replace("${letter}", resource("letter.sql"))
                .replace("${chosen}", resource("chosen.sql"))
                .replace("${dead_letters}", lake.table("dead_letter"));
        return lake.query(sql, parameters);
    }

    private static <T> T read(String row, Class<T> type) {
        try {
            return JSON.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new DeadLetterException("Cannot read the dead letters: ClickHouse broke off with " + row, e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = LetterLake.class.getResourceAsStream("/deadletter/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find resource: deadletter/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: deadletter/" + name, e);
        }
    }
}
