/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a job knew when it wrote a version of a table; kept in the summary of the snapshot, so atomic with its data. */
public record Notes(Map<String, String> entries) {
    /** Nothing noted. */
    public static final Notes NONE = new Notes(Map.of());

    private static final String PREFIX = "sourcelens.";

    public Notes {
        entries = Map.copyOf(entries);
    }

    static Notes of(Map<String, String> summary) {
        Map<String, String> own = new TreeMap<>(summary);
        own.keySet().removeIf(key -> !key.startsWith(PREFIX));
        return new Notes(own);
    }

    /** These notes and one more. */
    public Notes with(String key, String value) {
        Map<String, String> more = new TreeMap<>(entries);
        more.put(PREFIX + key, value);
        return new Notes(more);
    }

    public Notes with(String key, long value) {
        return with(key, Long.toString(value));
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(PREFIX + key));
    }

    public Optional<Long> number(String key) {
        return text(key).map(Long::valueOf);
    }
}
