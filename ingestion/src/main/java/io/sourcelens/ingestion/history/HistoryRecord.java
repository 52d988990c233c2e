/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One record made from a file, not judged yet.
 *
 * @param fileRow row of the file that it comes from, from 1
 * @param original that row as JSON; null where a record sums up several rows
 */
record HistoryRecord(
        byte[] key, byte[] value, long fileRow, @Nullable String original) {
    /** What a dead letter keeps of it. */
    byte[] evidence() {
        return original == null ? value : original.getBytes(StandardCharsets.UTF_8);
    }
}
