/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The gate of the lake: every way in passes it. Pure, but for its parser.
 *
 * <p>Rules: identifiers may be numbers and are kept as their decimal text; a whole number may come as text; a blank
 * text is absent; fields that the contract does not know are kept in {@link Change#extension()}; a deletion needs its
 * key only; what each field allows stands in its schema file.
 */
public final class RecordValidator {
    /** Instants before it are refused. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    /** Instants from it on are refused. */
    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<String> OPERATIONS = List.of("c", "u", Change.DELETE, "r");
    private static final Pattern MARKETPLACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private RecordValidator() {}

    /** Judges one record of an entity's topic. Never throws for what the bytes are. */
    public static Validation validate(TableSchema entity, byte[] record) {
        try {
            Change change = change(entity, RecordParser.parse(record));
            Contradictions.requireNone(entity, change);
            return new Validation.Accepted(change);
        } catch (Refusal e) {
            return e.rejection();
        }
    }

    private static Change change(TableSchema entity, JsonNode json) throws Refusal {
        String operation = operation(json);
        boolean deletion = operation.equals(Change.DELETE);
        Map<String, Object> values = new HashMap<>();
        for (Field field : entity.fields()) {
            JsonNode node = json.path(field.name());
            if (FieldValue.isAbsent(node)) {
                boolean required = deletion ? entity.key().contains(field.name()) : !field.nullable();
                if (required) {
                    throw new Refusal(RejectReason.MISSING_FIELD, field.name() + " is required");
                }
            } else {
                values.put(field.name(), FieldValue.of(field, node));
            }
        }
        long sourceTime = sourceTime(json);
        return new Change(
                marketplace(json),
                operation,
                text(json, Envelope.SOURCE),
                position(json, sourceTime),
                sourceTime,
                values,
                extension(entity, json));
    }

    private static String operation(JsonNode json) throws Refusal {
        String operation = text(json, Envelope.OP);
        if (!OPERATIONS.contains(operation)) {
            throw new Refusal(
                    RejectReason.UNKNOWN_SYMBOL,
                    "%s is %s, not one of %s".formatted(Envelope.OP, operation, OPERATIONS));
        }
        return operation;
    }

    private static String marketplace(JsonNode json) throws Refusal {
        String marketplace = text(json, Envelope.MARKETPLACE);
        if (!MARKETPLACE.matcher(marketplace).matches()) {
            throw new Refusal(
                    RejectReason.INVALID_TEXT,
                    "%s is %s, not 1 to 63 lower case letters, digits and hyphens"
                            .formatted(Envelope.MARKETPLACE, marketplace));
        }
        return marketplace;
    }

    private static long sourceTime(JsonNode json) throws Refusal {
        long millis = FieldValue.wholeNumber(Envelope.SOURCE_TIME, required(json, Envelope.SOURCE_TIME));
        if (millis < 0 || millis >= LATEST.toEpochMilli()) {
            throw new Refusal(
                    RejectReason.OUT_OF_RANGE,
                    "%s is %d, no milliseconds from 1970 to 2100".formatted(Envelope.SOURCE_TIME, millis));
        }
        return millis;
    }

    private static long position(JsonNode json, long sourceTime) throws Refusal {
        JsonNode node = json.path(Envelope.SOURCE_POSITION);
        return FieldValue.isAbsent(node) ? sourceTime : FieldValue.wholeNumber(Envelope.SOURCE_POSITION, node);
    }

    private static Map<String, String> extension(TableSchema entity, JsonNode json) throws Refusal {
        if (knowsEveryProperty(entity, json)) {
            return Map.of();
        }
        Map<String, String> extension = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            String name = property.getKey();
            JsonNode node = property.getValue();
            if (!isEnvelope(name) && entity.field(name).isEmpty() && !node.isNull()) {
                String text = node.isValueNode() ? node.asText() : node.toString();
                extension.put(Texts.requireStorable("a field's name", name), Texts.requireStorable(name, text));
            }
        }
        return extension;
    }

    /** Nearly always so; counting tells it for less than looking up each property by its name. */
    private static boolean knowsEveryProperty(TableSchema entity, JsonNode json) {
        int properties = 0;
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            properties += isEnvelope(property.getKey()) ? 0 : 1;
        }
        for (Field field : entity.fields()) {
            properties -= json.has(field.name()) ? 1 : 0;
        }
        return properties == 0;
    }

    private static boolean isEnvelope(String name) {
        return name.startsWith(Envelope.PREFIX) || name.equals(Envelope.MARKETPLACE);
    }

    private static String text(JsonNode json, String name) throws Refusal {
        return FieldValue.text(name, required(json, name));
    }

    private static JsonNode required(JsonNode json, String name) throws Refusal {
        JsonNode node = json.path(name);
        if (FieldValue.isAbsent(node)) {
            throw new Refusal(RejectReason.MISSING_FIELD, name + " is required");
        }
        return node;
    }
}
