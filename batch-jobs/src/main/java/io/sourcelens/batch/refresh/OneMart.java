/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.refresh;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One mart of a lake, by the code of every refresh. */
public final class OneMart {
    private OneMart() {}

    /**
     * Computes it over core, rollups and other marts as they are, and writes it into the lake.
     *
     * @param knownUntil the newest order of each marketplace: the time that the mart is of
     * @throws IllegalArgumentException if no refresh computes a mart of that name
     */
    public static MartResult compute(Lake lake, String mart, String runId, Map<String, Instant> knownUntil) {
        try (SideBySide jobs = new SideBySide(lake.spark(), 1)) {
            Steps steps = new Steps(jobs, new RefreshLog(), Clock.systemUTC(), runId, ("mart." + mart)::equals);
            MartJobs computing = new MartJobs(lake, new CoreTables(lake), steps, runId, rollup -> knownUntil);
            List<MartResult> results = Stream.concat(computing.first().stream(), computing.others().stream())
                    .toList();
            return results.stream()
                    .filter(result -> result.mart().equals(mart))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Cannot compute mart %s: a refresh computes %s"
                            .formatted(
                                    mart, results.stream().map(MartResult::mart).toList())));
        }
    }
}
