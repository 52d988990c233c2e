/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads a record's bytes within limits that keep a hostile one cheap. */
public final class RecordParser {
    /** A dead letter holds the record in base64 and still fits into a message of Kafka's default size. */
    public static final int MAX_RECORD_BYTES = 512 * 1024;

    private static final int MAX_NESTING = 32;
    private static final int MAX_NUMBER_CHARACTERS = 100;
    private static final int MAX_NAME_CHARACTERS = 1_000;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    // The contract says UTF-8; a guess would read NULs as UTF-16.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER_CHARACTERS)
                            .maxNameLength(MAX_NAME_CHARACTERS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RecordParser() {}

    static JsonNode parse(byte[] record) throws Refusal {
        if (record.length > MAX_RECORD_BYTES) {
            throw new Refusal(RejectReason.TOO_LARGE, "%d bytes, above %d".formatted(record.length, MAX_RECORD_BYTES));
        }
        try {
            JsonNode json = JSON.readTree(record);
            if (json == null || !json.isObject()) {
                throw new Refusal(RejectReason.MALFORMED, "not a JSON object");
            }
            return json;
        } catch (StreamConstraintsException e) {
            throw new Refusal(RejectReason.TOO_LARGE, e.getOriginalMessage());
        } catch (NumberFormatException e) {
            // Jackson lets it out when an exponent is more than a BigDecimal's.
            throw new Refusal(RejectReason.TOO_LARGE, e.getMessage());
        } catch (JsonProcessingException e) {
            throw new Refusal(RejectReason.MALFORMED, e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refusal(RejectReason.MALFORMED, "unreadable: " + e.getMessage());
        }
    }
}
