/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.ingestion.history.mapping.Value.Origin;
import io.sourcelens.schema.Envelope;
import io.sourcelens.schema.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a mapping against the columns of the files and the contract; SQL of expressions is left to the database. */
public final class MappingCheck {
    private final Mapping mapping;
    private final Map<String, List<String>> headers;
    private final Problems problems;

    private MappingCheck(Mapping mapping, Map<String, List<String>> headers, Problems problems) {
        this.mapping = mapping;
        this.headers = headers;
        this.problems = problems;
    }

    /** @param headers columns of each file */
    public static void check(Mapping mapping, Map<String, List<String>> headers, Problems problems) {
        new MappingCheck(mapping, headers, problems).check();
    }

    private void check() {
        mapping.files().values().forEach(this::checkJoins);
        if (hasRing()) {
            problems.add("files", "Cannot join in a ring; take one join out");
        }
        mapping.files().values().forEach(this::checkFile);
        mapping.entities().forEach(this::checkEntity);
        boolean knowsTime = mapping.marketplace().exportedAt() != null
                || mapping.files().values().stream().anyMatch(file -> file.time() != null)
                || mapping.entities().stream()
                        .anyMatch(entity -> entity.schema().eventTime() != null);
        if (!knowsTime) {
            problems.add("marketplace", "Cannot tell when this was so: no file has a time; add exported_at");
        }
    }

    private void checkJoins(MappedFile file) {
        file.joins().forEach((other, join) -> {
            String place = "files.%s.join.%s".formatted(file.name(), other);
            if (!mapping.files().containsKey(other)) {
                problems.add(
                        place,
                        "is none of the files; "
                                + Suggestion.among(mapping.files().keySet(), other));
                return;
            }
            join.by().forEach((column, theirs) -> {
                require(place, headers.getOrDefault(file.name(), List.of()), column);
                require(place, readable(mapping, headers, other), theirs);
            });
        });
    }

    private boolean hasRing() {
        Set<String> settled = new HashSet<>();
        List<MappedFile> open = new ArrayList<>(mapping.files().values());
        while (open.removeIf(file -> settled.containsAll(file.joins().keySet().stream()
                        .filter(mapping.files()::containsKey)
                        .toList())
                && settled.add(file.name()))) {
            // Each round settles files whose partners are settled.
        }
        return !open.isEmpty();
    }

    private void checkFile(MappedFile file) {
        FileColumns columns = columns(mapping, headers, file);
        columns.own().stream()
                .filter(file.joins()::containsKey)
                .forEach(column -> problems.add(
                        "files." + column,
                        "Cannot tell it from the column %s of %s; call the file otherwise"
                                .formatted(column, file.name())));
        file.columns().forEach((name, value) -> {
            checkValue(value, columns);
            if (value.isExpression() && columns.isOwn(name)) {
                problems.add(value.place(), "Cannot derive a column of this name: the file has one; call it otherwise");
            }
        });
        if (file.time() != null) {
            checkValue(file.time(), columns);
        }
        boolean used = !mapping.entitiesFrom(file.name()).isEmpty()
                || mapping.files().values().stream()
                        .anyMatch(other -> other.joins().containsKey(file.name()));
        if (!used) {
            problems.add(
                    "files." + file.name(),
                    "Cannot keep its rows: no entity and no join uses it; take it out or use it");
        }
    }

    private void checkEntity(MappedEntity entity) {
        FileColumns columns = columns(mapping, headers, mapping.files().get(entity.from()));
        List<String> fields = entity.schema().fields().stream().map(Field::name).toList();
        entity.fields().forEach((name, value) -> {
            if (!fields.contains(name)) {
                problems.add(
                        value.place(),
                        "is no field of %s; %s (what the contract lacks belongs under extension)"
                                .formatted(entity.schema().name(), Suggestion.among(fields, name)));
            }
            checkValue(value, columns);
        });
        entity.extension().forEach((name, value) -> {
            if (fields.contains(name) || name.startsWith(Envelope.PREFIX) || name.equals(Envelope.MARKETPLACE)) {
                problems.add(
                        value.place(),
                        "Cannot be an extension: the name is taken; put it under fields or call it otherwise");
            }
            checkValue(value, columns);
        });
        entity.schema().fields().stream()
                .filter(field -> !field.nullable() && !entity.fields().containsKey(field.name()))
                .forEach(field -> problems.add(
                        entity.place() + ".fields",
                        "%s is missing and required; %s%s"
                                .formatted(
                                        field.name(),
                                        field.meaningEnglish(),
                                        field.rules().symbols().isEmpty() ? "" : " One of " + symbols(field))));
        entity.fields()
                .forEach((name, value) -> entity.schema().field(name).ifPresent(field -> checkSymbols(field, value)));
    }

    private void checkSymbols(Field field, Value value) {
        Map<String, String> given = new LinkedHashMap<>(value.codes());
        if (value.origin() instanceof Origin.Constant constant) {
            given.put("constant", constant.text());
        }
        if (value.otherwise() != null) {
            given.put("default", value.otherwise());
        }
        given.values().stream()
                .filter(text -> !field.rules().symbols().isEmpty()
                        && !field.rules().symbols().contains(text))
                .forEach(text -> problems.add(
                        value.place(), "%s is not possible; choose one of %s".formatted(text, symbols(field))));
    }

    private static String symbols(Field field) {
        return String.join(", ", field.rules().symbols().stream().sorted().toList());
    }

    private void checkValue(Value value, FileColumns columns) {
        value.origin().columnNames().stream()
                .filter(name -> columns.sql(name).isEmpty())
                .forEach(name -> require(value.place(), columns.known(), name));
    }

    private void require(String place, List<String> known, String column) {
        if (known.stream().noneMatch(column::equalsIgnoreCase)) {
            problems.add(place, "Cannot find column %s; %s".formatted(column, Suggestion.among(known, column)));
        }
    }

    static FileColumns columns(Mapping mapping, Map<String, List<String>> headers, MappedFile file) {
        Map<String, List<String>> ofFiles = new LinkedHashMap<>();
        mapping.files().keySet().forEach(name -> ofFiles.put(name, readable(mapping, headers, name)));
        return new FileColumns(file, headers.getOrDefault(file.name(), List.of()), ofFiles);
    }

    private static List<String> readable(Mapping mapping, Map<String, List<String>> headers, String file) {
        List<String> readable = new ArrayList<>(headers.getOrDefault(file, List.of()));
        mapping.files().get(file).columns().keySet().stream()
                .filter(name -> readable.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(readable::add);
        return readable;
    }
}
