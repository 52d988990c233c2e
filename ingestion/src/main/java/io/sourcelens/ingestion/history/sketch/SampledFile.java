/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.ingestion.history.mapping.MappedFile.FileOptions;
import io.sourcelens.ingestion.history.sketch.Column.Kind;
import io.sourcelens.ingestion.history.source.DataFile;
import io.sourcelens.ingestion.history.source.Encodings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the first rows of a file tell. */
record SampledFile(Path path, String name, String encoding, NumberSigns signs, List<Column> columns) {
    static final int ROWS = 20_000;
    /** Distinct values that formats are tried on. */
    private static final int TRIED = 500;
    /** Of the distinct values, those that must be readable for a column to be of a kind. */
    private static final double MOST = 0.6;

    static SampledFile of(Path path, TimeFormats formats) {
        boolean binary = path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
        String encoding = binary ? "UTF-8" : Encodings.guess(path);
        DataFile file = DataFile.of(
                path,
                new FileOptions(
                        null,
                        null,
                        encoding.equals("UTF-8") || encoding.equals("UTF-16") ? null : encoding,
                        List.of(),
                        null));
        List<String> names = file.columns();
        List<List<String>> rows = file.sample(ROWS);
        List<Set<String>> values = new ArrayList<>();
        List<Long> filled = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        for (int index = 0; index < names.size(); index++) {
            Set<String> distinct = new LinkedHashSet<>();
            long count = 0;
            for (List<String> row : rows) {
                String value = row.get(index);
                if (value != null && !value.isBlank()) {
                    distinct.add(value.strip());
                    count++;
                }
            }
            values.add(distinct);
            filled.add(count);
            distinct.stream().limit(TRIED).forEach(all::add);
        }
        NumberSigns signs = NumberSigns.best(all, isSemicolonSeparated(names, path) ? ';' : ',');
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            columns.add(column(names.get(index), rows.size(), filled.get(index), values.get(index), signs, formats));
        }
        return new SampledFile(path, tableName(path), encoding, signs, columns);
    }

    private static Column column(
            String name, long rows, long filled, Set<String> values, NumberSigns signs, TimeFormats formats) {
        List<String> tried = values.stream().limit(TRIED).toList();
        Map<String, Long> times = tried.isEmpty() ? Map.of() : formats.read(tried);
        String format = times.isEmpty() ? "" : times.keySet().iterator().next();
        if (!times.isEmpty() && times.get(format) >= tried.size() * MOST && !format.equals("%Y%m%d")
                || times.containsKey("%Y%m%d") && name.toLowerCase(Locale.ROOT).contains("dat")) {
            List<String> doubts = times.entrySet().stream()
                    .filter(other -> other.getValue().equals(times.get(format))
                            && !other.getKey().equals(format))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> strangers = formats.unread(tried, format);
            return new Column(name, rows, filled, values, Kind.TIME, format, strangers, doubts);
        }
        if (share(tried, signs::isWhole) >= MOST) {
            return new Column(
                    name, rows, filled, values, Kind.INTEGER, "", strangers(tried, signs::isWhole), List.of());
        }
        if (share(tried, signs::reads) >= MOST) {
            return new Column(name, rows, filled, values, Kind.NUMBER, "", strangers(tried, signs::reads), List.of());
        }
        return new Column(name, rows, filled, values, Kind.TEXT, "", List.of(), List.of());
    }

    private static double share(List<String> values, Predicate<String> reads) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(reads).count() / values.size();
    }

    private static List<String> strangers(List<String> values, Predicate<String> reads) {
        return values.stream().filter(reads.negate()).limit(20).toList();
    }

    private static boolean isSemicolonSeparated(List<String> names, Path path) {
        try (var lines = java.nio.file.Files.lines(path, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return names.size() > 1 && lines.findFirst().orElse("").contains(";");
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static String tableName(Path path) {
        String name = path.getFileName()
                .toString()
                .replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[0-9_]+|_+$", "");
        return name.isEmpty() ? "rows" : name;
    }

    SampledFile renamed(String other) {
        return new SampledFile(path, other, encoding, signs, columns);
    }
}
