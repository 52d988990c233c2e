/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.MappedFile.FileOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line. Fields of nested objects are columns called by their way, {@code customer.name}; a nested list is
 * one column, unless the option {@code rows} names it: then each of its elements is a row.
 */
final class JsonFile implements DataFile.OfTexts {
    private static final int MOST_COLUMNS = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Path path;
    private final FileOptions options;
    private @Nullable List<String> columns;

    JsonFile(Path path, FileOptions options) {
        this.path = path;
        this.options = options;
    }

    @Override
    public Path path() {
        return path;
    }

    /** Of all lines: they are read once for it. */
    @Override
    public List<String> columns() {
        if (columns == null) {
            columns = readColumns();
        }
        return columns;
    }

    @Override
    public void forEachRow(Consumer<SourceRow> consumer) {
        List<String> names = columns();
        long[] number = {0};
        forEachLine((lineNumber, line) -> {
            List<Map<String, String>> rows = rows(line);
            if (rows.isEmpty()) {
                consumer.accept(new SourceRow(
                        ++number[0],
                        List.of(),
                        "is no JSON object",
                        JsonNodeFactory.instance.textNode(line).toString()));
            }
            for (Map<String, String> row : rows) {
                List<@Nullable String> values = new ArrayList<>();
                names.forEach(column -> values.add(row.get(column)));
                consumer.accept(new SourceRow(++number[0], values, null, rows.size() == 1 ? line : null));
            }
        });
    }

    private List<String> readColumns() {
        Set<String> columns = new LinkedHashSet<>();
        forEachLine((number, line) -> {
            rows(line).forEach(row -> columns.addAll(row.keySet()));
            if (columns.size() > MOST_COLUMNS) {
                throw new ImportException("Cannot read %s: it has more than %,d columns; give files of one shape"
                        .formatted(path, MOST_COLUMNS));
            }
        });
        if (columns.isEmpty()) {
            throw new ImportException(
                    "Cannot read %s: no line is a JSON object; give one object a line".formatted(path));
        }
        return List.copyOf(columns);
    }

    private void forEachLine(LineConsumer consumer) {
        long number = 0;
        try (BufferedReader reader = new BufferedReader(Encodings.open(path, options.encoding()))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    consumer.accept(++number, line);
                }
            }
        } catch (CharacterCodingException e) {
            throw Encodings.wrong(path, options.encoding(), number, e);
        } catch (IOException e) {
            throw new ImportException("Cannot read %s: %s; see that it is there".formatted(path, e.getMessage()), e);
        }
    }

    /** The rows of a line; none if it is no object. */
    private List<Map<String, String>> rows(String line) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException | NumberFormatException e) {
            return List.of();
        }
        if (object == null || !object.isObject()) {
            return List.of();
        }
        Map<String, String> common = new LinkedHashMap<>();
        List<JsonNode> elements = new ArrayList<>();
        flatten("", object, common, elements);
        if (elements.isEmpty()) {
            return List.of(common);
        }
        return elements.stream()
                .map(element -> {
                    Map<String, String> row = new LinkedHashMap<>(common);
                    flatten(options.rows() + ".", element, row, new ArrayList<>());
                    return row;
                })
                .toList();
    }

    private void flatten(String prefix, JsonNode object, Map<String, String> row, List<JsonNode> elements) {
        object.properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject()) {
                flatten(name + ".", value, row, elements);
            } else if (value.isArray() && name.equals(options.rows())) {
                value.forEach(elements::add);
            } else if (!value.isNull()) {
                row.put(name, value.isValueNode() ? value.asText() : value.toString());
            }
        });
    }

    private interface LineConsumer {
        void accept(long number, String line);
    }
}
