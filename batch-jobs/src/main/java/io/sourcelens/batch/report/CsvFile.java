/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180) that is there once it is complete. */
public final class CsvFile implements AutoCloseable {
    private final Path file;
    private final Path unfinished;
    private final BufferedWriter writer;
    private long rows;

    public CsvFile(Path file, List<String> columns) {
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            this.writer = Files.newBufferedWriter(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + unfinished, e);
        }
        write(columns);
    }

    /** Adds a row, its values in the order of the columns. */
    public void add(Collection<? extends @Nullable Object> values) {
        write(values);
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** Says that all are there. */
    public void finish() {
        try {
            writer.close();
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private void write(Collection<? extends @Nullable Object> values) {
        try {
            writer.write(values.stream().map(CsvFile::quoted).collect(Collectors.joining(",", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + unfinished, e);
        }
    }

    private static String quoted(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + unfinished, e);
        }
    }
}
