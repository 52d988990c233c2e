/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what names and goods there are. */
final class Resources {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Resources() {}

    static <T> T read(String name, TypeReference<T> type) {
        String path = "simulator/" + name;
        try (InputStream stream = Resources.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Cannot find names: " + path + "; the resource is missing from the class path");
            }
            return MAPPER.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read names: " + path, e);
        }
    }
}
