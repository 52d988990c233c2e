/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.source;

import org.jspecify.annotations.Nullable;

/**
 * One record of a topic, untouched.
 *
 * @param timestampMillis when it entered the log, in milliseconds since 1970-01-01T00:00:00Z
 * @param value {@code null} for a tombstone
 */
public record LogRecord(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        byte @Nullable [] key,
        byte @Nullable [] value) {

    /** Where it stands in the log: {@code topic-partition@offset}. */
    public String origin() {
        return topic + "-" + partition + "@" + offset;
    }
}
