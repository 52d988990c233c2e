/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a schema file breaks. Avro says whether records of the released version can still be read; what only we
 * know (keys, units, values that are possible) is compared here. Adding a field that may be null, widening int to long
 * and allowing more values break nothing, nor do upper bounds and rules between fields, which refuse what was never true.
 * Pure.
 */
final class Compatibility {
    private Compatibility() {}

    /**
     * One thing that breaks.
     *
     * @param field whose readers break; {@code null} where all of the table's do
     */
    record Breach(@Nullable String field, String what) {}

    /** Compares two versions of one schema file. */
    static List<Breach> breaches(String released, String now) {
        TableSchema before = TableSchema.parse(released);
        TableSchema after = TableSchema.parse(now);
        List<Breach> breaches = new ArrayList<>(unreadable(released, now, after));
        if (!before.key().equals(after.key())) {
            breaches.add(new Breach(null, "key was %s, is %s".formatted(before.key(), after.key())));
        }
        if (!Objects.equals(before.eventTime(), after.eventTime())) {
            breaches.add(new Breach(null, "event time was %s, is %s".formatted(before.eventTime(), after.eventTime())));
        }
        for (Field field : before.fields()) {
            after.field(field.name())
                    .ifPresentOrElse(
                            kept -> breaches.addAll(narrower(field, kept)),
                            () -> breaches.add(new Breach(field.name(), field.name() + " is gone")));
        }
        return breaches;
    }

    private static List<Breach> unreadable(String released, String now, TableSchema after) {
        return SchemaCompatibility.checkReaderWriterCompatibility(parse(now), parse(released))
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(incompatibility -> breach(incompatibility, after))
                .toList();
    }

    /** Avro says where by a path such as {@code /fields/3/type}. */
    private static Breach breach(Incompatibility incompatibility, TableSchema after) {
        String field = after.fields()
                .get(Integer.parseInt(incompatibility.getLocation().split("/")[2]))
                .name();
        return new Breach(
                field,
                "%s: records of the released version cannot be read (%s: %s)"
                        .formatted(field, incompatibility.getType(), incompatibility.getMessage()));
    }

    private static List<Breach> narrower(Field before, Field after) {
        List<Breach> breaches = new ArrayList<>();
        if (!Objects.equals(before.unit(), after.unit())) {
            breaches.add(new Breach(
                    before.name(), "%s was in %s, is in %s".formatted(before.name(), before.unit(), after.unit())));
        }
        boolean fewer = !after.rules().symbols().isEmpty()
                && !after.rules().symbols().containsAll(before.rules().symbols());
        if (fewer
                || (before.rules().symbols().isEmpty()
                        && !after.rules().symbols().isEmpty())) {
            breaches.add(new Breach(
                    before.name(),
                    "%s could be %s, can be %s"
                            .formatted(
                                    before.name(),
                                    before.rules().symbols(),
                                    after.rules().symbols())));
        }
        if (after.rules().minimum() != null
                && (before.rules().minimum() == null
                        || before.rules().minimum() < after.rules().minimum())) {
            breaches.add(new Breach(
                    before.name(),
                    "%s was at least %s, is at least %s"
                            .formatted(
                                    before.name(),
                                    before.rules().minimum(),
                                    after.rules().minimum())));
        }
        return breaches;
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
