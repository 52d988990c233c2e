/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the rows of a kind of file mean, in SQL.
 *
 * @param marketplace marketplace that the records belong to
 * @param rowEntity entity of which every kept row is one record
 * @param sourceRow query of one row per row of the file named by the variable {@code source_file}, as it stands there,
 *     with {@code file_row} counting from 1; the other queries read it as {@code source_row}
 * @param judgedRow query of one row per row of the file with at least {@code file_row}, {@code original} (the row as JSON),
 *     {@code reject_reason} (null if it is kept), {@code reject_detail}, {@code keep_note} (null, or what is remarkable of
 *     a kept row); the queries of entities read it as {@code judged_row}
 * @param entities query of one row per record, its columns named as the entity's fields, with {@code file_row} (position
 *     of the record), {@code source_time} and, for the row entity, {@code original}; slow entities first
 */
record HistoryFormat(
        String name,
        String marketplace,
        TableSchema rowEntity,
        String sourceRow,
        String judgedRow,
        Map<TableSchema, String> entities) {

    /** The formats that this module brings. */
    static final List<String> KNOWN = List.of("online-retail");

    /** @throws ImportException when there is no such format */
    static HistoryFormat named(String name) {
        if (!KNOWN.contains(name)) {
            throw new ImportException("Cannot import format %s: it is not known; choose one of %s"
                    .formatted(name, String.join(", ", KNOWN)));
        }
        Properties properties = properties(required(name, "format.properties"));
        return new HistoryFormat(
                name,
                properties.getProperty("marketplace"),
                Schemas.entity(properties.getProperty("row_entity")),
                required(name, "source_row.sql"),
                required(name, "judged_row.sql"),
                entityQueries(name));
    }

    /** Way in, as in the envelope of its records. */
    String source() {
        return "import:" + name;
    }

    private static Map<TableSchema, String> entityQueries(String name) {
        Map<TableSchema, String> queries = new LinkedHashMap<>();
        Schemas.entities()
                .forEach(entity -> resource(name, entity.name() + ".sql").ifPresent(sql -> queries.put(entity, sql)));
        return queries;
    }

    private static Properties properties(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(String format, String file) {
        return resource(format, file)
                .orElseThrow(() -> new IllegalStateException(
                        "Cannot find %s of format %s; build the module again".formatted(file, format)));
    }

    private static Optional<String> resource(String format, String file) {
        String path = "history/%s/%s".formatted(format, file);
        try (InputStream stream = HistoryFormat.class.getClassLoader().getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + path, e);
        }
    }
}
