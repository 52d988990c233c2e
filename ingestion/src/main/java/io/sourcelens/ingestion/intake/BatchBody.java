/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sourcelens.schema.RecordParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a body into the very bytes of its records, unjudged: what a sender meant is kept as it was sent. */
final class BatchBody {
    static final int MAX_BYTES = 8 << 20;
    static final int MAX_RECORDS = 5_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private BatchBody() {}

    static List<byte[]> records(String contentType, byte[] body) throws Problem {
        String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        List<byte[]> records = switch (type) {
            case "application/x-ndjson", "application/jsonl" -> lines(body);
            case "application/json" -> elements(body);
            default ->
                throw new Problem(
                        415,
                        "Unsupported Media Type",
                        "Cannot read Content-Type %s; send application/x-ndjson or application/json".formatted(type));
        };
        requireWithinLimits(records);
        return records;
    }

    private static void requireWithinLimits(List<byte[]> records) throws Problem {
        if (records.size() > MAX_RECORDS) {
            throw tooLarge("Cannot take %d records at once: at most %d; send several batches"
                    .formatted(records.size(), MAX_RECORDS));
        }
        for (int index = 0; index < records.size(); index++) {
            int length = records.get(index).length;
            if (length > RecordParser.MAX_RECORD_BYTES) {
                throw tooLarge("Cannot take record %d: it has %d bytes, at most %d; leave it out and send the rest"
                        .formatted(index, length, RecordParser.MAX_RECORD_BYTES));
            }
        }
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "Content Too Large", detail);
    }

    /** One record a line; blank lines are none. */
    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= body.length; end++) {
            if (end == body.length || body[end] == '\n') {
                int last = end > start && body[end - 1] == '\r' ? end - 1 : end;
                byte[] line = Arrays.copyOfRange(body, start, last);
                if (!isBlank(line)) {
                    lines.add(line);
                }
                start = end + 1;
            }
        }
        return lines;
    }

    private static boolean isBlank(byte[] line) {
        for (byte character : line) {
            if (character != ' ' && character != '\t' && character != '\r') {
                return false;
            }
        }
        return true;
    }

    private static List<byte[]> elements(byte[] body) throws Problem {
        List<byte[]> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw broken("it does not begin with [");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                elements.add(Arrays.copyOfRange(
                        body, start, (int) parser.currentLocation().getByteOffset()));
            }
            if (parser.nextToken() != null) {
                throw broken("something follows the array");
            }
        } catch (JsonProcessingException e) {
            throw broken(e.getOriginalMessage());
        } catch (IOException e) {
            throw broken("unreadable: " + e.getMessage());
        }
        return elements;
    }

    private static Problem broken(String why) {
        return new Problem(
                400,
                "Bad Request",
                "Cannot read the body as a JSON array of records: %s; nothing was taken".formatted(why));
    }
}
