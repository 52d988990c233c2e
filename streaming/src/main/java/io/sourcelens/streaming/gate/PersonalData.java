/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.gate;

import java.io.Serializable;
import java.util.Set;

/**
 * What names persons, and the key of their pseudonyms.
 *
 * @param key see {@link io.sourcelens.schema.Pseudonyms}; kept outside the lake
 * @param furtherFields {@code entity.field} of a marketplace's own fields, beside those that the contract marks
 */
public record PersonalData(String key, Set<String> furtherFields) implements Serializable {
    boolean names(String entity, String field) {
        return !furtherFields.isEmpty() && furtherFields.contains(entity + "." + field);
    }

    @Override
    public String toString() {
        return "PersonalData[furtherFields=%s]".formatted(furtherFields);
    }
}
