/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sourcelens.ingestion.history.mapping.ImportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Separated values with quotes, as of RFC 4180 and its relatives. */
record CsvFile(Path path, CsvDialect dialect) implements DataFile.OfTexts {
    /** A longer row is an open quote that swallows its followers. */
    private static final int MOST_LINES_OF_A_ROW = 1_000;

    @Override
    public List<String> columns() {
        if (!dialect.header().isEmpty()) {
            return Headers.unique(dialect.header());
        }
        try (EndReader end = new EndReader(Encodings.open(path, dialect.encoding()));
                CsvReader<CsvRecord> reader = dialect.read(end)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new ImportException(
                        "Cannot read %s: it is empty; give a file with a header and rows".formatted(path));
            }
            return Headers.unique(records.next().getFields());
        } catch (UncheckedIOException | CsvParseException | IOException e) {
            throw refusal(e, 0);
        }
    }

    @Override
    public void forEachRow(Consumer<SourceRow> consumer) {
        int width = columns().size();
        long number = dialect.header().isEmpty() ? -1 : 0;
        CsvRecord last = null;
        try (EndReader end = new EndReader(Encodings.open(path, dialect.encoding()));
                CsvReader<CsvRecord> reader = dialect.read(end)) {
            for (CsvRecord record : reader) {
                checkLength(last, record, number);
                last = record;
                if (++number > 0) {
                    consumer.accept(row(number, record, width));
                }
            }
            if (last != null && isOpen(last, end.lastCharacter())) {
                throw new ImportException(
                        "Cannot read %s: a quote opened in row %d is never closed; close it, or say quote: none in the mapping"
                                .formatted(path, number));
            }
        } catch (UncheckedIOException | CsvParseException | IOException e) {
            throw refusal(e, Math.max(0, number));
        }
    }

    private static SourceRow row(long number, CsvRecord record, int width) {
        if (record.getFieldCount() == width) {
            return new SourceRow(number, record.getFields(), null, null);
        }
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        record.getFields().forEach(fields::add);
        return new SourceRow(
                number,
                List.of(),
                "has %d fields, the header %d".formatted(record.getFieldCount(), width),
                fields.toString());
    }

    private void checkLength(@Nullable CsvRecord before, CsvRecord record, long number) {
        if (before != null && record.getStartingLineNumber() - before.getStartingLineNumber() > MOST_LINES_OF_A_ROW) {
            throw new ImportException(
                    "Cannot read %s: row %d goes over more than %,d lines; close its quote, or say quote: none in the mapping"
                            .formatted(path, number, MOST_LINES_OF_A_ROW));
        }
    }

    private boolean isOpen(CsvRecord last, char end) {
        return end != dialect.quote() && last.getField(last.getFieldCount() - 1).contains("\n");
    }

    private ImportException refusal(Exception e, long rows) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return Encodings.wrong(path, dialect.encoding(), rows, e);
            }
        }
        return new ImportException(
                "Cannot read %s after row %d: %s; correct the file, or its delimiter and quote in the mapping"
                        .formatted(path, rows, e.getMessage()),
                e);
    }
}
