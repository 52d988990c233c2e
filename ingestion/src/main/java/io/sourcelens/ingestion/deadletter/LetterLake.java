/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dead letters in the lake, read through ClickHouse. */
final class LetterLake {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI url;
    private final String password;
    private final String deadLetters;
    private final HttpClient http = HttpClient.newHttpClient();

    private LetterLake(URI url, String password, String deadLetters) {
        this.url = url;
        this.password = password;
        this.deadLetters = deadLetters;
    }

    static LetterLake of(Map<String, String> environment) {
        String url = environment.getOrDefault("SOURCELENS_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:18123");
        return new LetterLake(
                URI.create(url.replaceFirst("^jdbc:(clickhouse|ch):(http:)?//", "http://")),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_WRITER_PASSWORD", "writer"),
                environment.getOrDefault("SOURCELENS_CLICKHOUSE_DEAD_LETTERS", "icebergLocal('raw/dead_letter')"));
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
        HttpRequest request = HttpRequest.newBuilder(address(parameters))
                .timeout(TIMEOUT)
                .header("X-ClickHouse-User", "writer")
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql(name)))
                .build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() == 200) {
                return response.body();
            }
            String error = response.body().collect(Collectors.joining("\n"));
            if (error.contains("FILE_DOESNT_EXIST")) {
                return Stream.empty();
            }
            throw new DeadLetterException("Cannot read the dead letters: " + error);
        } catch (IOException e) {
            throw new DeadLetterException(
                    "Cannot read the dead letters: ClickHouse does not answer at %s; start ./sourcelens demo"
                            .formatted(url),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterException("Cannot read the dead letters: interrupted", e);
        }
    }

    private URI address(Map<String, String> parameters) {
        return URI.create(url
                + parameters.entrySet().stream()
                        .map(entry -> "param_%s=%s"
                                .formatted(entry.getKey(), URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&", "/?", "")));
    }

    private String sql(String name) {
        return resource(name)
                .replace("${letter}", resource("letter.sql"))
                .replace("${chosen}", resource("chosen.sql"))
                .replace("${dead_letters}", deadLetters);
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
