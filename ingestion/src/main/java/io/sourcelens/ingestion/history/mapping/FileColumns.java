/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that values of one file can be read from.
 *
 * @param own as the file's header has them
 * @param ofFiles columns of every file, those derived by the mapping included
 */
record FileColumns(MappedFile file, List<String> own, Map<String, List<String>> ofFiles) {

    /** SQL of a column, if there is one of that name. */
    Optional<String> sql(String name) {
        if (find(readable(), name).isPresent()) {
            return find(readable(), name).map(Sql::name);
        }
        int dot = name.indexOf('.');
        String joined = dot < 0 ? "" : name.substring(0, dot);
        if (!file.joins().containsKey(joined)) {
            return Optional.empty();
        }
        return find(ofFiles.getOrDefault(joined, List.of()), name.substring(dot + 1))
                .map(column -> Sql.name(joined) + "." + Sql.name(column));
    }

    /** Everything that a value can name. */
    List<String> known() {
        List<String> known = new ArrayList<>(readable());
        file.joins()
                .keySet()
                .forEach(joined ->
                        ofFiles.getOrDefault(joined, List.of()).forEach(column -> known.add(joined + "." + column)));
        return known;
    }

    boolean isOwn(String name) {
        return find(own, name).isPresent();
    }

    /** The declaration of a column, if the mapping has one. */
    Optional<Value> declaration(String name) {
        return file.columns().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private List<String> readable() {
        List<String> readable = new ArrayList<>(own);
        file.columns().keySet().stream().filter(name -> !isOwn(name)).forEach(readable::add);
        return readable;
    }

    private static Optional<String> find(List<String> names, String name) {
        return names.stream()
                .filter(name::equals)
                .findFirst()
                .or(() -> names.stream().filter(name::equalsIgnoreCase).findFirst());
    }
}
