/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Where rows go. */
@FunctionalInterface
public interface LakeSink {
    /** Puts this sink at the end of a stream. */
    void attachTo(DataStream<LakeRow> rows);
}
