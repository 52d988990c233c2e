/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes a record's bytes from its fields: as they are, or spoilt in one of the ways that happen and some that don't. */
final class Mutator {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double VALID_SHARE = 0.3;
    private static final int RANDOM_BYTES = 400;
    private static final int OVERSIZED = 600_000;
    /** One record in so many is too large: more would measure the network. */
    private static final int OVERSIZED_RARITY = 5_000;

    private Mutator() {}

    static byte[] bytes(Map<String, Object> record, RandomGenerator random) {
        if (random.nextDouble() < VALID_SHARE) {
            return json(literals(record));
        }
        return switch (random.nextInt(8)) {
            case 0 -> json(without(record, random));
            case 1, 2 -> json(withHostileValue(record, random));
            case 3 -> json(withUnknownField(record, random));
            case 4 -> spoiltBytes(json(literals(record)), random);
            case 5 -> cut(json(literals(record)), random);
            case 6 -> twice(json(literals(record)), record, random);
            default -> nothingLikeIt(random);
        };
    }

    private static Map<String, String> without(Map<String, Object> record, RandomGenerator random) {
        Map<String, String> literals = literals(record);
        literals.remove(anyField(record, random));
        return literals;
    }

    private static Map<String, String> withHostileValue(Map<String, Object> record, RandomGenerator random) {
        Map<String, String> literals = literals(record);
        for (int fields = random.nextInt(1, 3); fields > 0; fields--) {
            literals.put(anyField(record, random), HostileValues.next(random));
        }
        return literals;
    }

    private static Map<String, String> withUnknownField(Map<String, Object> record, RandomGenerator random) {
        Map<String, String> literals = literals(record);
        literals.put("unknown_" + random.nextInt(50), HostileValues.next(random));
        return literals;
    }

    private static byte[] spoiltBytes(byte[] bytes, RandomGenerator random) {
        byte[] spoilt = bytes.clone();
        for (int count = random.nextInt(1, 6); count > 0; count--) {
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
        }
        return spoilt;
    }

    private static byte[] cut(byte[] bytes, RandomGenerator random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private static byte[] twice(byte[] bytes, Map<String, Object> record, RandomGenerator random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String field = "\"%s\":%s}".formatted(anyField(record, random), HostileValues.next(random));
        return text.replaceFirst("}$", ",").concat(field).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nothingLikeIt(RandomGenerator random) {
        if (random.nextInt(OVERSIZED_RARITY / 10) == 0) {
            return "{\"name\":\"%s\"}".formatted("x".repeat(OVERSIZED)).getBytes(StandardCharsets.UTF_8);
        }
        if (random.nextBoolean()) {
            return HostileValues.next(random).getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[random.nextInt(RANDOM_BYTES)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String anyField(Map<String, Object> record, RandomGenerator random) {
        return List.copyOf(record.keySet()).get(random.nextInt(record.size()));
    }

    private static Map<String, String> literals(Map<String, Object> record) {
        Map<String, String> literals = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            try {
                literals.put(name, JSON.writeValueAsString(value));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
            }
        });
        return literals;
    }

    private static byte[] json(Map<String, String> literals) {
        StringBuilder json = new StringBuilder();
        literals.forEach((name, literal) -> json.append(json.isEmpty() ? '{' : ',')
                .append('"')
                .append(name)
                .append("\":")
                .append(literal));
        return json.append(json.isEmpty() ? "{}" : "}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
