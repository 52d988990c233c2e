/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import io.sourcelens.ingestion.history.mapping.CompiledFile;
import io.sourcelens.ingestion.history.mapping.FileCompiler;
import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.Mapping;
import io.sourcelens.ingestion.history.mapping.MappingCheck;
import io.sourcelens.ingestion.history.mapping.MappingReader;
import io.sourcelens.ingestion.history.mapping.Problems;
import io.sourcelens.ingestion.history.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is imported and how, checked as far as that goes without a database.
 *
 * @param marketplace name of the marketplace in the lake
 * @param compiled the files, those that others are joined to first
 */
record ImportPlan(
        String marketplace, Path mappingFile, Mapping mapping, SourceFiles sources, List<CompiledFile> compiled) {
    private static final Pattern MARKETPLACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /**
     * @param path a folder, or one file
     * @throws ImportException when the mapping does not fit: says everything that is wrong
     */
    static ImportPlan of(Path path, Path mappingFile, String marketplace) {
        if (!MARKETPLACE.matcher(marketplace).matches()) {
            throw new ImportException("Cannot name a marketplace %s; use 1 to 63 small letters, digits and hyphens"
                    .formatted(marketplace));
        }
        Problems problems = new Problems();
        Mapping mapping = MappingReader.read(text(mappingFile), problems);
        SourceFiles sources = SourceFiles.find(path, mapping, problems);
        MappingCheck.check(mapping, sources.columns(), problems);
        problems.refuse(mappingFile);
        List<CompiledFile> compiled = mapping.inJudgingOrder().stream()
                .map(file -> FileCompiler.compile(mapping, sources.columns(), file))
                .toList();
        return new ImportPlan(marketplace, mappingFile, mapping, sources, compiled);
    }

    private static String text(Path mappingFile) {
        try {
            return Files.readString(mappingFile);
        } catch (IOException e) {
            throw new ImportException(
                    "Cannot read mapping %s: %s; write a first one with import --sketch"
                            .formatted(mappingFile, e.getClass().getSimpleName()),
                    e);
        }
    }
}
