/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One table: what a row stands for and which fields it has.
 *
 * @param grain what one row stands for
 * @param key fields that identify a row; an entity's key is completed by its marketplace
 * @param eventTime field that says when it happened; the lake is partitioned by it
 */
public record TableSchema(
        String name,
        int version,
        String grain,
        List<String> key,
        @Nullable String eventTime,
        List<Field> fields,
        String meaningEnglish,
        String meaningChinese) {

    public TableSchema {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
        if (!names.containsAll(key) || (eventTime != null && !names.contains(eventTime))) {
            throw new IllegalArgumentException(
                    "Cannot use schema " + name + ": its key or its event time is not among its fields");
        }
        fields.stream()
                .map(field -> field.rules().notBefore())
                .filter(earlier -> earlier != null && !names.contains(earlier))
                .forEach(earlier -> {
                    throw new IllegalArgumentException(
                            "Cannot use schema %s: not_before names %s, which is not among its fields"
                                    .formatted(name, earlier));
                });
    }

    /** The field of that name, if the table has it. */
    public Optional<Field> field(String fieldName) {
        // Asked for every field of every record: a stream here was 8 % of the streaming job's time.
        for (Field field : fields) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    static TableSchema parse(String json) {
        Schema avro = new Schema.Parser().parse(json);
        return new TableSchema(
                avro.getName(),
                (Integer) avro.getObjectProp("version"),
                avro.getProp("grain"),
                FieldRules.strings(avro.getObjectProp("key")),
                avro.getProp("event_time"),
                avro.getFields().stream().map(TableSchema::parse).toList(),
                avro.getDoc(),
                avro.getProp("zh"));
    }

    private static Field parse(Schema.Field avro) {
        List<Schema> branches = avro.schema().isUnion() ? avro.schema().getTypes() : List.of(avro.schema());
        boolean nullable = branches.stream().anyMatch(branch -> branch.getType() == Schema.Type.NULL);
        Schema type = branches.get(branches.size() - 1);
        return new Field(
                avro.name(),
                FieldType.of(type),
                nullable,
                avro.getProp("unit"),
                FieldRules.parse(avro),
                Boolean.TRUE.equals(avro.getObjectProp("personal")),
                (Integer) avro.getObjectProp("since"),
                avro.doc(),
                avro.getProp("zh"));
    }
}
