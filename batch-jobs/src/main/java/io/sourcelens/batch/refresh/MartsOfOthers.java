/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Marts that other processes write into the lake: published when they have a version that was not. A driver that starts
 * publishes them once more, for it does not know.
 */
final class MartsOfOthers {
    /** Their names. */
    static final List<String> NAMES = List.of("track_record");

    private final Lake lake;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> published = new HashMap<>();

    MartsOfOthers(Lake lake) {
        this.lake = lake;
    }

    /** What there is to publish. */
    List<MartResult> refresh() {
        return NAMES.stream().map(this::refresh).toList();
    }

    private MartResult refresh(String mart) {
        long version = lake.find("mart." + mart).map(Lake::version).orElse(0L);
        seen.put(mart, version);
        return version == published.getOrDefault(mart, 0L)
                ? MartResult.unchanged(mart)
                : MartResult.written(mart, List.of());
    }

    /** Remembers that what {@link #refresh} found is published. */
    void published() {
        published.putAll(seen);
    }
}
