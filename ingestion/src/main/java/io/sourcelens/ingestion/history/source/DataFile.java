/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.MappedFile.FileOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that has columns and rows. Texts are read row by row; Parquet is the database's own matter. */
public sealed interface DataFile permits DataFile.OfTexts, ParquetFile {
    /** What a file may end with. */
    Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "ndjson", "jsonl", "json", "parquet");

    Path path();

    /** @throws ImportException when the file cannot be read */
    List<String> columns();

    /** The values of the first well-formed rows, in the order of the columns. */
    List<List<@Nullable String>> sample(int rows);

    /** A file whose rows are read one after the other. */
    sealed interface OfTexts extends DataFile permits CsvFile, JsonFile {
        /** @throws ImportException when the rest of the file cannot be told apart into rows */
        void forEachRow(Consumer<SourceRow> consumer);

        @Override
        default List<List<@Nullable String>> sample(int rows) {
            List<List<@Nullable String>> sample = new ArrayList<>();
            try {
                forEachRow(row -> {
                    if (sample.size() == rows) {
                        throw new Enough();
                    }
                    if (row.malformed() == null) {
                        sample.add(row.values());
                    }
                });
            } catch (Enough e) {
                return sample;
            }
            return sample;
        }
    }

    static boolean isKnown(Path path) {
        return ENDINGS.contains(ending(path));
    }

    /** @throws ImportException when the kind of file is not known */
    static DataFile of(Path path, FileOptions options) {
        return switch (ending(path)) {
            case "csv", "tsv", "txt" -> new CsvFile(path, CsvDialect.of(path, options));
            case "ndjson", "jsonl", "json" -> new JsonFile(path, options);
            case "parquet" -> new ParquetFile(path);
            default ->
                throw new ImportException(
                        "Cannot read %s: its kind is not known; give CSV, TSV, NDJSON or Parquet, named so"
                                .formatted(path));
        };
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Ends the reading of a sample. */
    final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
