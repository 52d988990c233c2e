/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run found, for the command that started it. */
final class FuzzReport {
    private final List<Line> lines = new ArrayList<>();

    /** @param goal what the value may be at most, {@code null} where nothing is asked */
    record Line(
            @JsonProperty("name") String name,
            @JsonProperty("unit") String unit,
            @JsonProperty("value") double value,
            @JsonProperty("goal") @Nullable Double goal) {}

    void add(String name, String unit, double value) {
        lines.add(new Line(name, unit, value, null));
    }

    void addZero(String name, String unit, double value) {
        lines.add(new Line(name, unit, value, 0.0));
    }

    void write(Path file) throws IOException {
        new JsonMapper().writeValue(file.toFile(), lines);
    }
}
