/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Values of one record that cannot all be true. Which ones: the schema files say it. */
final class Contradictions {
    private Contradictions() {}

    static void requireNone(TableSchema entity, Change change) throws Refusal {
        // The source time of an imported row may be its own time, long before what the row tells later of itself.
        boolean committedLast = !change.source().startsWith(Envelope.IMPORT);
        for (Field field : entity.fields()) {
            if (field.type() == FieldType.TIMESTAMP && change.values().get(field.name()) instanceof Long micros) {
                requireOrder(field, micros, change.values());
                if (committedLast) {
                    requireNotAhead(field, micros, change.sourceTimeMillis());
                }
            }
        }
    }

    private static void requireOrder(Field field, long micros, Map<String, Object> values) throws Refusal {
        @Nullable String notBefore = field.rules().notBefore();
        if (notBefore != null && values.get(notBefore) instanceof Long earlier && micros < earlier) {
            throw new Refusal(
                    RejectReason.CONTRADICTION,
                    "%s is %s, before %s %s".formatted(field.name(), instant(micros), notBefore, instant(earlier)));
        }
    }

    private static void requireNotAhead(Field field, long micros, long sourceTimeMillis) throws Refusal {
        int daysAhead = field.rules().daysAhead();
        long latest = TimeUnit.MILLISECONDS.toMicros(sourceTimeMillis) + TimeUnit.DAYS.toMicros(daysAhead);
        if (micros > latest) {
            throw new Refusal(
                    RejectReason.OUT_OF_RANGE,
                    "%s is %s, more than %d days after the source committed it"
                            .formatted(field.name(), instant(micros), daysAhead));
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
