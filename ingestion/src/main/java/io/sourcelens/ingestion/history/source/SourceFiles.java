/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import io.sourcelens.ingestion.history.mapping.ImportException;
import io.sourcelens.ingestion.history.mapping.MappedFile;
import io.sourcelens.ingestion.history.mapping.Mapping;
import io.sourcelens.ingestion.history.mapping.Problems;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a mapping is about.
 *
 * @param files by the mapping's name, in the order of their paths: their rows are counted on in this order
 * @param columns those of all files of a name
 */
public record SourceFiles(Map<String, List<DataFile>> files, Map<String, List<String>> columns) {

    /**
     * @param path a folder, or one file
     * @param problems takes what the mapping names and the folder has not
     * @throws ImportException when a file cannot be read
     */
    public static SourceFiles find(Path path, Mapping mapping, Problems problems) {
        Map<String, List<DataFile>> files = new LinkedHashMap<>();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<Path> present = below(path);
        mapping.files().values().forEach(file -> {
            List<DataFile> matching = matching(
                            path, present, file, mapping.files().size() == 1)
                    .stream()
                    .map(found -> DataFile.of(found, file.options()))
                    .toList();
            if (matching.isEmpty()) {
                problems.add(
                        "files.%s.path".formatted(file.name()),
                        "Cannot find %s; %s has %s"
                                .formatted(
                                        file.path(),
                                        path,
                                        present.stream().map(Path::getFileName).toList()));
            }
            files.put(file.name(), matching);
            Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            List<String> union = matching.stream()
                    .flatMap(data -> data.columns().stream())
                    .filter(name -> names.putIfAbsent(name, name) == null)
                    .toList();
            columns.put(file.name(), union);
        });
        return new SourceFiles(files, columns);
    }

    /** The files of a folder whose kind is known, or the one file; by path. */
    public static List<Path> below(Path path) {
        if (Files.isRegularFile(path) && Files.isReadable(path)) {
            return List.of(path);
        }
        try (Stream<Path> paths = Files.walk(path)) {
            return paths.filter(Files::isRegularFile)
                    .filter(DataFile::isKnown)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ImportException(
                    "Cannot read %s: there is no such file or folder; give the path of one".formatted(path), e);
        }
    }

    private static List<Path> matching(Path path, List<Path> present, MappedFile file, boolean alone) {
        if (alone && Files.isRegularFile(path)) {
            return present;
        }
        Path folder = Files.isRegularFile(path) ? path.toAbsolutePath().getParent() : path.toAbsolutePath();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + file.path());
        return present.stream()
                .filter(found -> matcher.matches(folder.relativize(found.toAbsolutePath())))
                .toList();
    }
}
