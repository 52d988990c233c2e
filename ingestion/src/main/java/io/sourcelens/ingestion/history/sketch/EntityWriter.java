/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the entities of a sketch, slow ones first. */
final class EntityWriter {
    private static final int MOST_CODES = 30;

    private final Sketch sketch;
    private final SketchWriter out;
    /** Columns of the order lines' file and of those it is joined to, by how the mapping names them. */
    private final Map<String, Column> ofLines = new LinkedHashMap<>();

    EntityWriter(Sketch sketch, SketchWriter out) {
        this.sketch = sketch;
        this.out = out;
        sketch.lines().columns().forEach(column -> ofLines.put(column.name(), column));
        sketch.joins()
                .forEach(join -> join.to()
                        .columns()
                        .forEach(column -> ofLines.put(join.to().name() + "." + column.name(), column)));
    }

    void write() {
        derived("supplier", "supplier_id", Map.of("name", "supplier_id"));
        derived("seller", "seller_id", Map.of());
        derived("sku", "sku_id", Map.of());
        order();
        orderLine();
        if (find("parcel_id", ofLines).isPresent()
                && find("supplier_id", ofLines).isPresent()) {
            derived("parcel", "parcel_id", Map.of("created_at", "ordered_at"));
        }
    }

    /** Records made of the distinct values of a column. */
    private void derived(String name, String key, Map<String, String> aliases) {
        if (find(key, ofLines).isEmpty()) {
            out.line(1, "# %s: no column looks like a %s".formatted(name, key));
            return;
        }
        TableSchema entity = Schemas.entity(name);
        begin(
                entity,
                sketch.lines(),
                "one_per: key  # its rows are summed up; where they differ, the first counts (take: last, min, max, sum)");
        entity.fields()
                .forEach(field -> field(entity, field, aliases.getOrDefault(field.name(), field.name()), ofLines));
    }

    private void order() {
        TableSchema entity = Schemas.entity("order");
        Optional<JoinGuess> orders = sketch.orders();
        Map<String, Column> columns = new LinkedHashMap<>(ofLines);
        if (orders.isPresent()) {
            columns.clear();
            orders.get().to().columns().forEach(column -> columns.put(column.name(), column));
        }
        begin(
                entity,
                orders.map(JoinGuess::to).orElse(sketch.lines()),
                orders.isPresent() ? "one_per: row" : "one_per: key");
        for (Field field : entity.fields()) {
            if (field.name().equals("order_id") && orders.isPresent()) {
                out.line(
                        3,
                        "order_id: %s  # order lines name it"
                                .formatted(
                                        SketchWriter.quoted(orders.get().key().name())));
            } else {
                field(entity, field, field.name(), columns);
            }
        }
    }

    private void orderLine() {
        TableSchema entity = Schemas.entity("order_line");
        begin(entity, sketch.lines(), "one_per: row");
        Map<String, Column> own = new LinkedHashMap<>();
        sketch.lines().columns().forEach(column -> own.put(column.name(), column));
        Optional<String> orderId =
                sketch.orders().map(join -> join.column().name()).or(() -> find("order_id", own));
        String sqlName = '"' + orderId.orElse("").replace("\"", "\"\"") + '"';
        for (Field field : entity.fields()) {
            String name = field.name();
            if (name.equals("order_id") && orderId.isPresent()) {
                out.line(3, "order_id: " + SketchWriter.quoted(orderId.get()));
            } else if (name.equals("order_line_id")
                    && orderId.isPresent()
                    && find(name, own).isEmpty()) {
                out.line(
                        3,
                        "order_line_id: {expression: '%s || ''-'' || __row'}  # no column is a key"
                                .formatted(sqlName.replace("'", "''")));
            } else if (name.equals("line_number")
                    && orderId.isPresent()
                    && find(name, own).isEmpty()) {
                out.line(3, "line_number: {counter_within: %s}".formatted(SketchWriter.quoted(orderId.get())));
            } else {
                field(entity, field, name, name.equals("order_line_id") ? own : ofLines);
            }
        }
    }

    private void begin(TableSchema entity, SampledFile from, String grain) {
        out.line(1, entity.name() + ":");
        out.line(2, "from: " + from.name());
        out.line(2, grain);
        out.line(2, "fields:");
    }

    private void field(TableSchema entity, Field field, String words, Map<String, Column> columns) {
        List<String> candidates = candidates(words, columns);
        if (candidates.isEmpty() && field.nullable()) {
            return;
        }
        if (!field.rules().symbols().isEmpty()) {
            symbols(field, candidates, columns);
        } else if (candidates.isEmpty() && onlyTime(field, columns).isPresent()) {
            out.line(
                    3,
                    "%s: %s  # CHECK: the only column of times"
                            .formatted(
                                    field.name(),
                                    SketchWriter.quoted(onlyTime(field, columns).get())));
        } else if (candidates.isEmpty()) {
            out.line(
                    3,
                    "# MISSING %s: %s It is required; its column could not be guessed"
                            .formatted(field.name(), field.meaningEnglish()));
        } else {
            value(field, candidates, columns.get(candidates.get(0)));
        }
    }

    /** Whatever it is called: of a time that is required nothing else can be meant. */
    private static Optional<String> onlyTime(Field field, Map<String, Column> columns) {
        List<String> times = columns.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Column.Kind.TIME)
                .map(Map.Entry::getKey)
                .toList();
        return field.name().endsWith("_at") && times.size() == 1 ? Optional.of(times.get(0)) : Optional.empty();
    }

    private void value(Field field, List<String> candidates, Column column) {
        String others = candidates.size() > 1
                ? "  # CHECK: or " + String.join(", ", candidates.subList(1, candidates.size()))
                : "";
        String name = SketchWriter.quoted(candidates.get(0));
        if (!field.nullable() || column.strangers().isEmpty() || column.kind() == Column.Kind.TIME) {
            out.line(3, "%s: %s%s".formatted(field.name(), name, others));
        } else {
            out.line(3, "%s:%s".formatted(field.name(), others));
            out.line(4, "column: " + name);
            out.strangers(4, column);
        }
    }

    private void symbols(Field field, List<String> candidates, Map<String, Column> columns) {
        String possible =
                String.join(", ", field.rules().symbols().stream().sorted().toList());
        boolean line = field.rules().symbols().contains("active");
        if (candidates.isEmpty() || columns.get(candidates.get(0)).values().size() > MOST_CODES) {
            if (!field.nullable()) {
                String guess =
                        field.rules().symbols().contains("dropship") ? "dropship" : line ? "active" : "completed";
                out.line(
                        3,
                        "%s: {constant: %s}  # CHECK: no column says it; one of %s"
                                .formatted(field.name(), guess, possible));
            }
            return;
        }
        Column column = columns.get(candidates.get(0));
        out.line(3, field.name() + ":");
        out.line(4, "column: " + SketchWriter.quoted(candidates.get(0)));
        out.line(4, "codes:  # CHECK: each value to one of " + possible);
        Map<String, String> codes = new TreeMap<>();
        column.values()
                .forEach(value -> codes.put(value, FieldGuess.status(value).orElse("")));
        List<String> unknown = new ArrayList<>();
        codes.forEach((value, status) -> {
            if (status.isEmpty()) {
                unknown.add(value);
            } else {
                out.line(
                        5,
                        "%s: %s"
                                .formatted(
                                        SketchWriter.quoted(value),
                                        line ? status.equals("cancelled") ? "cancelled" : "active" : status));
            }
        });
        unknown.forEach(
                value -> out.line(5, "# MISSING %s: one of %s".formatted(SketchWriter.quoted(value), possible)));
    }

    private static Optional<String> find(String field, Map<String, Column> columns) {
        return candidates(field, columns).stream().findFirst();
    }

    private static List<String> candidates(String field, Map<String, Column> columns) {
        return FieldGuess.of(field, List.copyOf(columns.values())).stream()
                .flatMap(column -> columns.entrySet().stream()
                        .filter(entry -> entry.getValue() == column)
                        .map(Map.Entry::getKey))
                .distinct()
                .toList();
    }
}
