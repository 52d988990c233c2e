/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * The gate of the lake: every way in passes it. Pure, but for its parser.
 *
 * <p>Rules: identifiers may be numbers and are kept as their decimal text; a whole number may come as text; a blank
 * text is absent; fields that the contract does not know are kept in {@link Change#extension()}; a deletion needs its
 * key only.
 */
public final class RecordValidator {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private RecordValidator() {}

    /** Judges one record of an entity's topic. Never throws for what the bytes are. */
    public static Validation validate(TableSchema entity, byte[] record) {
        try {
            JsonNode json = JSON.readTree(record);
            if (json == null || !json.isObject()) {
                return new Validation.Rejected(RejectReason.MALFORMED, "not a JSON object");
            }
            return new Validation.Accepted(change(entity, json));
        } catch (JsonProcessingException e) {
            return new Validation.Rejected(RejectReason.MALFORMED, e.getOriginalMessage());
        } catch (IOException e) {
            return new Validation.Rejected(RejectReason.MALFORMED, "unreadable: " + e.getMessage());
        } catch (Refusal e) {
            return new Validation.Rejected(e.reason, e.getMessage());
        }
    }

    private static Change change(TableSchema entity, JsonNode json) throws Refusal {
        String operation = text(json, Envelope.OP);
        boolean deletion = operation.equals(Change.DELETE);
        Map<String, Object> values = new HashMap<>();
        for (Field field : entity.fields()) {
            JsonNode node = json.path(field.name());
            if (isAbsent(node)) {
                boolean required = deletion ? entity.key().contains(field.name()) : !field.nullable();
                if (required) {
                    throw new Refusal(RejectReason.MISSING_FIELD, field.name() + " is required");
                }
            } else {
                values.put(field.name(), value(field, node));
            }
        }
        return new Change(
                text(json, Envelope.MARKETPLACE),
                operation,
                text(json, Envelope.SOURCE),
                wholeNumber(Envelope.SOURCE_POSITION, required(json, Envelope.SOURCE_POSITION)),
                wholeNumber(Envelope.SOURCE_TIME, required(json, Envelope.SOURCE_TIME)),
                values,
                extension(entity, json));
    }

    private static Object value(Field field, JsonNode node) throws Refusal {
        Object value = switch (field.type()) {
            case STRING -> string(field.name(), node);
            case INTEGER -> integer(field.name(), node);
            case LONG -> wholeNumber(field.name(), node);
            case DOUBLE -> decimal(field.name(), node);
            case BOOLEAN -> flag(field.name(), node);
            case TIMESTAMP -> instantMicros(field.name(), node);
            case DATE, LONG_SET ->
                throw new IllegalStateException("Cannot validate a date or a set: no entity has one");
        };
        if (!field.symbols().isEmpty() && !field.symbols().contains(value)) {
            throw new Refusal(
                    RejectReason.UNKNOWN_SYMBOL,
                    "%s is %s, not one of %s".formatted(field.name(), node, field.symbols()));
        }
        if (field.minimum() != null && ((Number) value).longValue() < field.minimum()) {
            throw new Refusal(
                    RejectReason.OUT_OF_RANGE, "%s is %s, below %d".formatted(field.name(), node, field.minimum()));
        }
        return value;
    }

    private static Map<String, String> extension(TableSchema entity, JsonNode json) {
        Map<String, String> extension = new HashMap<>();
        json.properties().forEach(property -> {
            String name = property.getKey();
            boolean known = name.startsWith(Envelope.PREFIX)
                    || name.equals(Envelope.MARKETPLACE)
                    || entity.field(name).isPresent();
            if (!known && !property.getValue().isNull()) {
                JsonNode node = property.getValue();
                extension.put(name, node.isValueNode() ? node.asText() : node.toString());
            }
        });
        return extension;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank());
    }

    private static JsonNode required(JsonNode json, String name) throws Refusal {
        JsonNode node = json.path(name);
        if (isAbsent(node)) {
            throw new Refusal(RejectReason.MISSING_FIELD, name + " is required");
        }
        return node;
    }

    private static String text(JsonNode json, String name) throws Refusal {
        return string(name, required(json, name));
    }

    private static String string(String name, JsonNode node) throws Refusal {
        if (!node.isTextual() && !node.isNumber()) {
            throw wrongType(name, node, "a text");
        }
        return node.asText();
    }

    private static int integer(String name, JsonNode node) throws Refusal {
        long number = wholeNumber(name, node);
        if (number != (int) number) {
            throw wrongType(name, node, "a 32-bit whole number");
        }
        return (int) number;
    }

    private static long wholeNumber(String name, JsonNode node) throws Refusal {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        try {
            if (node.isTextual()) {
                return Long.parseLong(node.textValue().strip());
            }
        } catch (NumberFormatException e) {
            throw wrongType(name, node, "a 64-bit whole number");
        }
        throw wrongType(name, node, "a 64-bit whole number");
    }

    private static double decimal(String name, JsonNode node) throws Refusal {
        if (!node.isNumber()) {
            throw wrongType(name, node, "a number");
        }
        return node.doubleValue();
    }

    private static boolean flag(String name, JsonNode node) throws Refusal {
        if (!node.isBoolean()) {
            throw wrongType(name, node, "true or false");
        }
        return node.booleanValue();
    }

    private static long instantMicros(String name, JsonNode node) throws Refusal {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            throw wrongType(name, node, "an ISO 8601 instant with an offset");
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new Refusal(RejectReason.OUT_OF_RANGE, name + " is " + node + ", outside 1990 to 2100");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Refusal wrongType(String name, JsonNode node, String expected) {
        return new Refusal(RejectReason.WRONG_TYPE, "%s is %s, not %s".formatted(name, node, expected));
    }

    private static final class Refusal extends Exception {
        private final RejectReason reason;

        Refusal(RejectReason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }
    }
}
