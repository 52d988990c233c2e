/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.schema.Change;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.FieldRules;
import io.sourcelens.schema.TableSchema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Records that the gate accepts, made from the schema files alone. */
final class ValidRecords {
    private static final Instant COMMITTED = Instant.parse("2026-01-08T00:00:00Z");
    private static final int MINUTES_BACK = 3 * 24 * 60;
    private static final int IDENTIFIERS = 5_000;
    private static final int LARGEST = 1_000;
    private static final List<String> OPERATIONS = List.of("c", "u", "r");
    private static final double NULL_SHARE = 0.3;
    private static final double DELETION_SHARE = 0.05;

    private final String marketplace;
    private final String source;

    ValidRecords(String marketplace, String source) {
        this.marketplace = marketplace;
        this.source = source;
    }

    Map<String, Object> next(TableSchema entity, long position, RandomGenerator random) {
        boolean deletion = random.nextDouble() < DELETION_SHARE;
        // Everything that happens to a row happens in the hours after its event.
        Instant event = COMMITTED.minus(random.nextInt(MINUTES_BACK / 2, MINUTES_BACK), ChronoUnit.MINUTES);
        Map<String, Object> record = new LinkedHashMap<>();
        for (Field field : entity.fields()) {
            boolean absent = deletion
                    ? !entity.key().contains(field.name())
                    : field.nullable() && random.nextDouble() < NULL_SHARE;
            if (!absent) {
                record.put(field.name(), value(field, event, random));
            }
        }
        record.put(Envelope.MARKETPLACE, marketplace);
        record.put(Envelope.OP, deletion ? Change.DELETE : OPERATIONS.get(random.nextInt(OPERATIONS.size())));
        record.put(Envelope.SOURCE, source);
        record.put(Envelope.SOURCE_POSITION, position);
        record.put(Envelope.SOURCE_TIME, COMMITTED.toEpochMilli());
        return record;
    }

    private static Object value(Field field, Instant event, RandomGenerator random) {
        FieldRules rules = field.rules();
        return switch (field.type()) {
            case STRING -> text(field, random);
            case INTEGER, LONG -> number(rules, random);
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case TIMESTAMP ->
                (rules.notBefore() == null ? event : event.plus(random.nextInt(MINUTES_BACK / 2), ChronoUnit.MINUTES))
                        .toString();
            case DATE, LONG_LIST -> throw new IllegalStateException("Cannot make a date or a list: no entity has one");
        };
    }

    private static String text(Field field, RandomGenerator random) {
        FieldRules rules = field.rules();
        if (!rules.symbols().isEmpty()) {
            return rules.symbols().stream()
                    .sorted()
                    .toList()
                    .get(random.nextInt(rules.symbols().size()));
        }
        if (rules.format() != null) {
            return switch (rules.format()) {
                case CURRENCY -> "CNY";
                case TIME_ZONE -> "Asia/Shanghai";
            };
        }
        return field.name().endsWith("_id") ? String.valueOf(random.nextInt(IDENTIFIERS)) : "义乌 " + random.nextInt();
    }

    private static long number(FieldRules rules, RandomGenerator random) {
        long least = bound(rules.minimum(), 0);
        return least + random.nextLong(Math.min(LARGEST, bound(rules.maximum(), LARGEST) - least + 1));
    }

    private static long bound(@Nullable Long bound, long otherwise) {
        return bound == null ? otherwise : bound;
    }
}
