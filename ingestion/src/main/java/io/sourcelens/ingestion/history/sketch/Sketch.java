/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.sketch;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.source.SourceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A first mapping for somebody's files.
 *
 * @param lines file whose rows are most probably order lines
 * @param joins from it to the others
 */
public record Sketch(List<SampledFile> files, SampledFile lines, List<JoinGuess> joins) {
    /**
     * @param path a folder, or one file
     * @return YAML with the reasons of every guess as comments
     * @throws ImportException when there is nothing that can be read
     */
    public static String of(Path path) {
        List<Path> paths = SourceFiles.below(path);
        if (paths.isEmpty()) {
            throw new ImportException(
                    "Cannot sketch a mapping for %s: it has no CSV, TSV, NDJSON or Parquet file".formatted(path));
        }
        try (TimeFormats formats = new TimeFormats()) {
            Set<String> names = new HashSet<>();
            List<SampledFile> files = paths.stream()
                    .map(found -> SampledFile.of(found, formats))
                    .map(file -> names.add(file.name()) ? file : file.renamed(file.name() + "_" + names.size()))
                    .toList();
            return new SketchWriter(sketch(files)).yaml();
        }
    }

    private static Sketch sketch(List<SampledFile> files) {
        SampledFile lines = files.get(0);
        for (SampledFile file : files) {
            lines = likeness(file) > likeness(lines) ? file : lines;
        }
        List<JoinGuess> joins = new ArrayList<>();
        for (SampledFile file : files) {
            if (file != lines) {
                Optional<JoinGuess> join = JoinGuess.between(lines, file);
                join.ifPresent(joins::add);
            }
        }
        return new Sketch(files, lines, joins);
    }

    /** How much the rows look like order lines: these have a quantity, a price and a sku. */
    private static int likeness(SampledFile file) {
        int likeness = FieldGuess.of("quantity", file.columns()).isEmpty() ? 0 : 4;
        likeness += FieldGuess.of("sku_id", file.columns()).isEmpty() ? 0 : 2;
        return likeness + (FieldGuess.of("sale_price_minor", file.columns()).isEmpty() ? 0 : 2);
    }

    /** The file of its own whose rows are orders, if there is one. */
    Optional<JoinGuess> orders() {
        return joins.stream()
                .filter(join -> !FieldGuess.of("order_id", List.of(join.column()))
                                .isEmpty()
                        || FieldGuess.fold(join.to().name()).contains("order")
                                && !FieldGuess.of("ordered_at", join.to().columns())
                                        .isEmpty())
                .findFirst();
    }
}
