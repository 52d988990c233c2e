/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a refresh is.
 *
 * @param runId of the refresh of the moment, or of the last one
 * @param merged entities whose changes are in core
 * @param computed marts
 * @param published marts
 * @param firstPublished whether any refresh of this driver has published what most people look at first
 */
public record RefreshProgress(@Nullable String runId, int merged, int computed, int published, boolean firstPublished) {
    static final RefreshProgress NONE = new RefreshProgress(null, 0, 0, 0, false);

    RefreshProgress started(String run) {
        return new RefreshProgress(run, 0, 0, 0, firstPublished);
    }

    RefreshProgress withMerged() {
        return new RefreshProgress(runId, merged + 1, computed, published, firstPublished);
    }

    RefreshProgress withComputed() {
        return new RefreshProgress(runId, merged, computed + 1, published, firstPublished);
    }

    RefreshProgress withPublished(int marts) {
        return new RefreshProgress(runId, merged, computed, published + marts, firstPublished);
    }

    RefreshProgress withFirst() {
        return new RefreshProgress(runId, merged, computed, published, true);
    }

    /** As the driver answers it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("run_id", runId);
        json.put("merged_entities", merged);
        json.put("computed_marts", computed);
        json.put("published_marts", published);
        json.put("first_published", firstPublished);
        return json;
    }
}
