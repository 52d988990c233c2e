/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The key of a record in its topic: a JSON object of its entity's key fields, so that changes of a row stay in order. */
public final class RecordKey {
    private static final JsonMapper JSON = new JsonMapper();

    private RecordKey() {}

    public static byte[] of(TableSchema entity, Change change) {
        Map<String, Object> key = new LinkedHashMap<>();
        entity.key().forEach(name -> key.put(name, change.values().get(name)));
        if (key.isEmpty()) {
            key.put(Envelope.MARKETPLACE, change.marketplace());
        }
        try {
            return JSON.writeValueAsString(key).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON: " + e.getOriginalMessage(), e);
        }
    }
}
