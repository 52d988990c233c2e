/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.Value.Origin;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how one value is read: the name of a column, or a map of what to do with it. */
final class ValueReader {
    private static final Set<String> KEYS = Set.of(
            "column",
            "columns",
            "constant",
            "expression",
            "counter_within",
            "type",
            "format",
            "time_zone",
            "unit",
            "decimal",
            "group",
            "multiply_by",
            "round",
            "empty",
            "empty_like",
            "case",
            "codes",
            "other_codes",
            "default",
            "unreadable",
            "take");
    private static final List<String> ORIGINS =
            List.of("column", "columns", "constant", "expression", "counter_within");

    private ValueReader() {}

    /** @param ownColumn column that is meant where none is named */
    static Value read(YamlPart part, @Nullable String ownColumn) {
        if (part.node().isObject()) {
            part.allowing(KEYS);
        }
        return new Value(
                part.place(),
                origin(part, ownColumn),
                part.at("type").isPresent() ? part.choice("type", ValueType.words()) : null,
                part.texts("format"),
                MappingReader.zone(part),
                part.choice("unit", List.of("major", "minor")),
                part.text("decimal"),
                part.text("group"),
                multiplier(part),
                isTrue(part, "round"),
                part.texts("empty"),
                part.text("empty_like"),
                part.at("case").isPresent() ? part.choice("case", List.of("upper", "lower")) : null,
                part.map("codes", code -> code.node().asText()),
                part.choice("other_codes", List.of("reject", "empty", "keep")),
                part.text("default"),
                part.choice("unreadable", List.of("reject", "empty")).equals("empty"),
                part.choice("take", List.of("first", "last", "min", "max", "sum")));
    }

    private static Origin origin(YamlPart part, @Nullable String ownColumn) {
        if (part.node().isValueNode()) {
            return new Origin.Column(part.node().asText());
        }
        List<String> given =
                ORIGINS.stream().filter(key -> part.at(key).isPresent()).toList();
        if (given.isEmpty() && ownColumn != null) {
            return new Origin.Column(ownColumn);
        }
        if (given.size() != 1) {
            part.problem("Cannot tell what it is read from: %s; give exactly one of %s"
                    .formatted(
                            given.isEmpty() ? "nothing is said" : String.join(" and ", given),
                            String.join(", ", ORIGINS)));
            return new Origin.Constant("");
        }
        return switch (given.get(0)) {
            case "column" -> new Origin.Column(part.text("column", ""));
            case "columns" -> new Origin.Columns(part.texts("columns"));
            case "constant" -> new Origin.Constant(part.text("constant", ""));
            case "expression" -> new Origin.Expression(part.text("expression", ""));
            default -> new Origin.Counter(part.texts("counter_within"));
        };
    }

    private static @Nullable String multiplier(YamlPart part) {
        String text = part.text("multiply_by");
        if (text != null && !text.matches("\\d+(\\.\\d+)?")) {
            part.at("multiply_by").problem("%s is no number; give one such as 1000".formatted(text));
            return null;
        }
        return text;
    }

    private static boolean isTrue(YamlPart part, String key) {
        return part.choice(key, List.of("false", "true")).equals("true");
    }
}
