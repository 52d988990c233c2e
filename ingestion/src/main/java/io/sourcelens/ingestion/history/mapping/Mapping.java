/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the columns of somebody's files mean. */
public record Mapping(MarketplaceFacts marketplace, Map<String, MappedFile> files, List<MappedEntity> entities) {
    public Mapping {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        entities = List.copyOf(entities);
    }

    List<MappedEntity> entitiesFrom(String file) {
        return entities.stream().filter(entity -> entity.from().equals(file)).toList();
    }

    /** The files, those that others are joined to first. */
    public List<MappedFile> inJudgingOrder() {
        Map<String, MappedFile> ordered = new LinkedHashMap<>();
        while (ordered.size() < files.size()) {
            List<MappedFile> next = files.values().stream()
                    .filter(file -> !ordered.containsKey(file.name()))
                    .filter(file -> ordered.keySet().containsAll(file.joins().keySet()))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Cannot order files: their joins form a ring");
            }
            next.forEach(file -> ordered.put(file.name(), file));
        }
        return List.copyOf(ordered.values());
    }

    /** The column lists by which other files find rows of this one. */
    List<List<String>> keysAskedOf(String file) {
        return files.values().stream()
                .filter(other -> other.joins().containsKey(file))
                .map(other -> List.copyOf(other.joins().get(file).by().values()))
                .distinct()
                .toList();
    }
}
