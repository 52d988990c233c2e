/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.mapping;

import io.sourcelens.schema.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of an entity come from.
 *
 * @param perRow one record of each row; otherwise one per key, its rows summed up
 * @param when condition of the rows that count, in SQL; null: all
 * @param fields by name of the contract's field
 * @param extension by name, kept beside the contract's fields
 */
record MappedEntity(
        TableSchema schema,
        String from,
        boolean perRow,
        @Nullable String when,
        Map<String, Value> fields,
        Map<String, Value> extension) {

    MappedEntity {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        extension = Collections.unmodifiableMap(new LinkedHashMap<>(extension));
    }

    String place() {
        return "entities." + schema.name();
    }

    /** What a field is called among the columns of judged rows. */
    String column(String field) {
        return schema.name() + "." + field;
    }
}
