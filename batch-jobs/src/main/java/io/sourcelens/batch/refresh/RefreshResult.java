/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.mart.MartResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a refresh did.
 *
 * @param changes rows read from the raw tables
 * @param inputSnapshots version of every raw table that the marts know
 * @param rows rows of each mart that is published now
 */
public record RefreshResult(
        String runId,
        MartResult.Status status,
        double seconds,
        long changes,
        Map<String, Long> inputSnapshots,
        List<MartResult> marts,
        Map<String, Long> rows) {

    public RefreshResult {
        inputSnapshots = Map.copyOf(inputSnapshots);
        marts = List.copyOf(marts);
        rows = Map.copyOf(rows);
    }

    /** As the trigger answers it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new TreeMap<>();
        json.put("run_id", runId);
        json.put("status", status.name().toLowerCase(java.util.Locale.ROOT));
        json.put("seconds", seconds);
        json.put("rows_in", changes);
        json.put("marts", rows);
        json.put("reasons", reasons());
        return json;
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        marts.stream().filter(mart -> mart.reason() != null).forEach(mart -> reasons.put(mart.mart(), mart.reason()));
        return reasons;
    }
}
