/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;

/** One value of a record, as its field wants it. */
final class FieldValue {

    private FieldValue() {}

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank());
    }

    static Object of(Field field, JsonNode node) throws Refusal {
        Object value = switch (field.type()) {
            case STRING -> text(field.name(), node);
            case INTEGER -> integer(field.name(), node);
            case LONG -> wholeNumber(field.name(), node);
            case DOUBLE -> decimal(field.name(), node);
            case BOOLEAN -> flag(field.name(), node);
            case TIMESTAMP -> instantMicros(field.name(), node);
            case DATE, LONG_LIST ->
                throw new IllegalStateException("Cannot validate a date or a list: no entity has one");
        };
        requirePossible(field, node, value);
        return value;
    }

    static String text(String name, JsonNode node) throws Refusal {
        if (!node.isTextual() && !node.isNumber()) {
            throw wrongType(name, node, "a text");
        }
        return Texts.requireStorable(name, node.asText());
    }

    static long wholeNumber(String name, JsonNode node) throws Refusal {
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

    private static void requirePossible(Field field, JsonNode node, Object value) throws Refusal {
        FieldRules rules = field.rules();
        if (!rules.symbols().isEmpty() && !rules.symbols().contains(value)) {
            throw new Refusal(
                    RejectReason.UNKNOWN_SYMBOL,
                    "%s is %s, not one of %s".formatted(field.name(), node, new TreeSet<>(rules.symbols())));
        }
        if (rules.minimum() != null && ((Number) value).longValue() < rules.minimum()) {
            throw new Refusal(
                    RejectReason.OUT_OF_RANGE, "%s is %s, below %d".formatted(field.name(), node, rules.minimum()));
        }
        if (rules.maximum() != null && ((Number) value).longValue() > rules.maximum()) {
            throw new Refusal(
                    RejectReason.OUT_OF_RANGE, "%s is %s, above %d".formatted(field.name(), node, rules.maximum()));
        }
        if (rules.format() != null && !rules.format().fits((String) value)) {
            throw new Refusal(
                    RejectReason.INVALID_TEXT,
                    "%s is %s, no %s"
                            .formatted(field.name(), node, rules.format().description()));
        }
    }

    private static int integer(String name, JsonNode node) throws Refusal {
        long number = wholeNumber(name, node);
        if (number != (int) number) {
            throw wrongType(name, node, "a 32-bit whole number");
        }
        return (int) number;
    }

    private static double decimal(String name, JsonNode node) throws Refusal {
        double number = node.doubleValue();
        if (!node.isNumber() || Double.isInfinite(number)) {
            throw wrongType(name, node, "a 64-bit number");
        }
        return number;
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
        if (instant.isBefore(RecordValidator.EARLIEST) || !instant.isBefore(RecordValidator.LATEST)) {
            throw new Refusal(RejectReason.OUT_OF_RANGE, name + " is " + node + ", outside 1990 to 2100");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Refusal wrongType(String name, JsonNode node, String expected) {
        return new Refusal(RejectReason.WRONG_TYPE, "%s is %s, not %s".formatted(name, node, expected));
    }
}
