/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import java.time.Duration;
import java.util.Map;

/**
 * How tables are cared for.
 *
 * @param schedule time between the end of one care and the next
 * @param rawKept age up to which snapshots of raw tables are kept, also those that every job has read; short, for each
 *     commit writes a list of all of them: with 600 of them a commit took twice the time that it takes with 200
 * @param historyKept age up to which snapshots of core, rollup and mart tables are kept, to be read as known at that time
 * @param orphanAge age from which a file that no snapshot knows counts as lost and not as just being written
 */
public record CareConfiguration(Duration schedule, Duration rawKept, Duration historyKept, Duration orphanAge) {
    public CareConfiguration {
        if (schedule.isZero()) {
            throw new IllegalArgumentException("Cannot care for tables every 0 seconds; set SOURCELENS_CARE_SECONDS");
        }
    }

    /**
     * @throws IllegalArgumentException if a variable cannot be used
     */
    public static CareConfiguration of(Map<String, String> environment) {
        return new CareConfiguration(
                Duration.ofSeconds(number(environment, "SOURCELENS_CARE_SECONDS", 300)),
                Duration.ofSeconds(number(environment, "SOURCELENS_CARE_RAW_KEPT_SECONDS", 120)),
                Duration.ofHours(number(environment, "SOURCELENS_CARE_HISTORY_KEPT_HOURS", 24)),
                Duration.ofHours(number(environment, "SOURCELENS_CARE_ORPHAN_HOURS", 72)));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "Cannot use %s: '%s' is not a whole number; set it to one or unset it".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
