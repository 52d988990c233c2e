/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.MappedFile.FileOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file of separated values is written.
 *
 * @param header names of the columns where the file has no header; empty if it has one
 */
record CsvDialect(char delimiter, char quote, @Nullable String encoding, List<String> header) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Map<String, Character> NAMED = Map.of("tab", '\t', "\\t", '\t');
    private static final char NO_QUOTE = '\0';

    /** @throws ImportException when the options are no signs, or the file cannot be read */
    static CsvDialect of(Path path, FileOptions options) {
        char quote = options.quote() == null
                ? '"'
                : options.quote().equals("none") ? NO_QUOTE : sign(path, "quote", options.quote());
        char delimiter = options.delimiter() == null
                ? guess(path, options.encoding())
                : sign(path, "delimiter", options.delimiter());
        return new CsvDialect(delimiter, quote, options.encoding(), options.header());
    }

    CsvReader<CsvRecord> read(Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader);
    }

    private static char sign(Path path, String option, String text) {
        if (NAMED.containsKey(text)) {
            return NAMED.get(text);
        }
        if (text.length() != 1) {
            throw new ImportException("Cannot read %s: %s is %s; give one sign, or tab".formatted(path, option, text));
        }
        return text.charAt(0);
    }

    /** The sign that the first line has most. */
    private static char guess(Path path, @Nullable String encoding) {
        try (BufferedReader reader = new BufferedReader(Encodings.open(path, encoding))) {
            String line = reader.readLine();
            String unquoted = line == null ? "" : line.replaceAll("\"[^\"]*\"", "");
            return DELIMITERS.stream()
                    .max(Comparator.comparingLong(sign -> unquoted.chars()
                                            .filter(character -> character == sign)
                                            .count()
                                    * DELIMITERS.size()
                            - DELIMITERS.indexOf(sign)))
                    .orElse(',');
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Encodings.wrong(path, encoding, 0, e);
        } catch (IOException e) {
            throw new ImportException("Cannot read %s: %s; see that it is there".formatted(path, e.getMessage()), e);
        }
    }
}
