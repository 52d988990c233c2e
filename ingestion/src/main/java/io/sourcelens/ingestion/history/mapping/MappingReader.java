/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sourcelens.ingestion.history.mapping.MappedFile.FileOptions;
import io.sourcelens.ingestion.history.mapping.MappedFile.Join;
import io.sourcelens.ingestion.history.mapping.MappedFile.NumberStyle;
import io.sourcelens.ingestion.history.mapping.MappedFile.RowRule;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from YAML. What does not fit becomes a problem; the rest is read on. */
public final class MappingReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Names of files become names of tables, and must not be taken for a path. */
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private MappingReader() {}

    /** @throws ImportException when the text is no YAML at all */
    public static Mapping read(String yaml, Problems problems) {
        YamlPart root = new YamlPart("", parse(yaml), problems).allowing(Set.of("marketplace", "files", "entities"));
        Map<String, MappedFile> files = root.map("files", MappingReader::file);
        if (files.isEmpty()) {
            root.problem("files is missing; name at least one file");
        }
        List<MappedEntity> entities = new ArrayList<>();
        root.map("entities", part -> entities.add(entity(part, files)));
        if (entities.isEmpty()) {
            root.problem("entities is missing; say which records the rows become");
        }
        entities.removeIf(entity -> entity.from().isEmpty());
        return new Mapping(facts(root.at("marketplace")), files, entities);
    }

    private static JsonNode parse(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (tree == null || !tree.isObject()) {
                throw new ImportException(
                        "Cannot read the mapping: it is no YAML map; begin with one that import --sketch writes");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new ImportException(
                    "Cannot read the mapping: %s (line %d); correct the YAML"
                            .formatted(
                                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr()),
                    e);
        }
    }

    private static MarketplaceFacts facts(YamlPart part) {
        part.allowing(Set.of("name", "currency", "time_zone", "return_window_days", "exported_at"));
        return new MarketplaceFacts(
                part.required("name"),
                parsed(
                        part,
                        "currency",
                        Currency::getInstance,
                        Currency.getInstance("CNY"),
                        "give an ISO 4217 code, for example EUR"),
                parsed(part, "time_zone", ZoneId::of, ZoneId.of("UTC"), "give an IANA zone, for example Europe/Berlin"),
                parsed(
                        part,
                        "return_window_days",
                        Integer::parseInt,
                        0,
                        "give whole days, 0 where returns are not in the files"),
                part.at("exported_at").isPresent()
                        ? parsed(
                                part,
                                "exported_at",
                                Instant::parse,
                                Instant.EPOCH,
                                "give an instant, for example 2026-01-31T00:00:00Z")
                        : null);
    }

    private static <T> T parsed(
            YamlPart part, String key, java.util.function.Function<String, T> parser, T otherwise, String remedy) {
        String text = part.required(key);
        try {
            return text.isEmpty() ? otherwise : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            part.at(key).problem("Cannot use %s; %s".formatted(text, remedy));
            return otherwise;
        }
    }

    private static MappedFile file(YamlPart part) {
        part.allowing(Set.of(
                "path",
                "delimiter",
                "quote",
                "encoding",
                "header",
                "rows",
                "decimal",
                "group",
                "time_zone",
                "columns",
                "time",
                "join",
                "reject",
                "reject_duplicate_rows",
                "keep_notes"));
        String name = part.place().substring("files.".length());
        if (!FILE_NAME.matcher(name).matches()) {
            part.problem("is no usable name; use small letters, digits and _");
        }
        FileOptions options = new FileOptions(
                part.text("delimiter"),
                part.text("quote"),
                part.text("encoding"),
                part.texts("header"),
                part.text("rows"));
        return new MappedFile(
                name,
                part.required("path"),
                options,
                new NumberStyle(part.text("decimal", "."), part.text("group", "")),
                zone(part),
                part.map("columns", value -> ValueReader.read(value, columnName(value))),
                part.at("time").isPresent() ? ValueReader.read(part.at("time"), null) : null,
                part.map("join", MappingReader::join),
                part.list("reject", rule -> rule(rule, "reason")),
                part.list("keep_notes", rule -> rule(rule, "note")),
                part.choice("reject_duplicate_rows", List.of("false", "true")).equals("true"));
    }

    static @Nullable String zone(YamlPart part) {
        String zone = part.text("time_zone");
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            part.at("time_zone")
                    .problem("Cannot use %s; %s".formatted(zone, Suggestion.among(ZoneId.getAvailableZoneIds(), zone)));
        }
        return zone;
    }

    private static String columnName(YamlPart value) {
        return value.place().substring(value.place().indexOf(".columns.") + ".columns.".length());
    }

    private static Join join(YamlPart part) {
        part.allowing(Set.of("by", "required"));
        Map<String, String> by = part.map("by", column -> column.node().asText());
        if (by.isEmpty()) {
            part.problem("by is missing; give COLUMN: COLUMN_OF_THE_OTHER_FILE");
        }
        return new Join(by, part.choice("required", List.of("true", "false")).equals("true"));
    }

    private static RowRule rule(YamlPart part, String nameKey) {
        part.allowing(nameKey.equals("reason") ? Set.of(nameKey, "when", "detail") : Set.of(nameKey, "when"));
        return new RowRule(part.required(nameKey), part.required("when"), part.text("detail"));
    }

    private static MappedEntity entity(YamlPart part, Map<String, MappedFile> files) {
        part.allowing(Set.of("from", "one_per", "when", "fields", "extension"));
        String name = part.place().substring("entities.".length());
        List<String> known = Schemas.entities().stream()
                .map(TableSchema::name)
                .filter(entity -> !entity.equals("marketplace"))
                .toList();
        String from = part.required("from");
        if (!known.contains(name)) {
            part.problem("is no entity of the contract; " + Suggestion.among(known, name));
            from = "";
        } else if (!from.isEmpty() && !files.containsKey(from)) {
            part.at("from")
                    .problem("%s is none of the files; %s".formatted(from, Suggestion.among(files.keySet(), from)));
            from = "";
        }
        return new MappedEntity(
                Schemas.entity(known.contains(name) ? name : known.get(0)),
                from,
                part.choice("one_per", List.of("row", "key")).equals("row"),
                part.text("when"),
                part.map("fields", value -> ValueReader.read(value, null)),
                part.map("extension", value -> ValueReader.read(value, null)));
    }
}
