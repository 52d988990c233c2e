/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file, or several of one kind.
 *
 * @param columns columns whose type is declared, and columns that are derived
 * @param time when what a row tells happened; null: the event time of its entity
 * @param joins the files in which each row has a partner, by name
 * @param rejectsDuplicateRows whether a row that equals an earlier one in every column is rejected
 */
public record MappedFile(
        String name,
        String path,
        FileOptions options,
        NumberStyle numbers,
        @Nullable String timeZone,
        Map<String, Value> columns,
        @Nullable Value time,
        Map<String, Join> joins,
        List<RowRule> rejections,
        List<RowRule> keepNotes,
        boolean rejectsDuplicateRows) {

    public MappedFile {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        joins = Collections.unmodifiableMap(new LinkedHashMap<>(joins));
        rejections = List.copyOf(rejections);
        keepNotes = List.copyOf(keepNotes);
    }

    /** How the bytes become rows. */
    public record FileOptions(
            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable String encoding,
            List<String> header,
            @Nullable String rows) {
        public FileOptions {
            header = List.copyOf(header);
        }
    }

    /** @param group sign between thousands; empty if there is none */
    public record NumberStyle(String decimal, String group) {}

    /** @param by columns of this file, and those of the other that they equal */
    record Join(Map<String, String> by, boolean required) {
        Join {
            by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
        }
    }

    /**
     * @param name the reason or the note
     * @param when condition in SQL
     * @param detail words with columns in braces; null for a note
     */
    record RowRule(String name, String when, @Nullable String detail) {}
}
