/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.util.Map;
import java.util.TreeMap;

/** What became of the dead letters of one replay. */
final class ReplayReport {
    private final Map<String, Long> rejectedAgain = new TreeMap<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private long passed;

    void passed() {
        passed++;
    }

    void rejectedAgain(String reason) {
        rejectedAgain.merge(reason, 1L, Long::sum);
    }

    void skipped(String why) {
        skipped.merge(why, 1L, Long::sum);
    }

    long numberPassed() {
        return passed;
    }

    long numberRejectedAgain() {
        return rejectedAgain.values().stream().mapToLong(Long::longValue).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("%-60s %,12d%n".formatted("passed, sent to their topics", passed));
        text.append("%-60s %,12d%n".formatted("rejected again", numberRejectedAgain()));
        rejectedAgain.forEach((reason, letters) -> text.append("%-60s %,12d%n".formatted("  " + reason, letters)));
        skipped.forEach((why, letters) -> text.append("%-60s %,12d%n".formatted("left as they are: " + why, letters)));
        return text.toString();
    }
}
