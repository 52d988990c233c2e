/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a mapping with its place; what does not fit is a problem and reads as absent. */
record YamlPart(String place, JsonNode node, Problems problems) {

    YamlPart allowing(Set<String> keys) {
        node.properties().forEach(property -> {
            if (!keys.contains(property.getKey())) {
                problem("%s is not known here; %s"
                        .formatted(property.getKey(), Suggestion.among(keys, property.getKey())));
            }
        });
        return this;
    }

    YamlPart at(String key) {
        JsonNode child = node.path(key);
        return new YamlPart(
                place.isEmpty() ? key : place + "." + key,
                child.isNull() ? MissingNode.getInstance() : child,
                problems);
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    void problem(String text) {
        problems.add(place.isEmpty() ? "the mapping" : place, text);
    }

    @Nullable
    String text(String key) {
        YamlPart part = at(key);
        if (part.isPresent() && !part.node.isValueNode()) {
            part.problem("is a list or a map; give one text");
            return null;
        }
        return part.isPresent() ? part.node.asText() : null;
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** One of some words, the first where nothing is said. */
    String choice(String key, List<String> words) {
        String text = text(key, words.get(0));
        if (!words.contains(text)) {
            at(key).problem("%s is not possible; choose one of %s".formatted(text, String.join(", ", words)));
            return words.get(0);
        }
        return text;
    }

    String required(String key) {
        String text = text(key);
        if (text == null) {
            problem("%s is missing; add it".formatted(key));
        }
        return text == null ? "" : text;
    }

    /** The texts of a list, or the one text. */
    List<String> texts(String key) {
        YamlPart part = at(key);
        List<String> texts = new ArrayList<>();
        if (part.node.isValueNode()) {
            texts.add(part.node.asText());
        }
        part.node.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    <T> Map<String, T> map(String key, Function<YamlPart, T> reader) {
        YamlPart part = at(key);
        Map<String, T> values = new LinkedHashMap<>();
        if (part.isPresent() && !part.node.isObject()) {
            part.problem("is no map; give names with their values");
            return values;
        }
        part.node
                .properties()
                .forEach(property -> values.put(property.getKey(), reader.apply(part.at(property.getKey()))));
        return values;
    }

    <T> List<T> list(String key, Function<YamlPart, T> reader) {
        YamlPart part = at(key);
        List<T> values = new ArrayList<>();
        if (part.isPresent() && !part.node.isArray()) {
            part.problem("is no list; begin each element with a dash");
            return values;
        }
        for (int index = 0; index < part.node.size(); index++) {
            values.add(reader.apply(
                    new YamlPart("%s[%d]".formatted(part.place, index + 1), part.node.get(index), problems)));
        }
        return values;
    }
}
