/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Live tables in ClickHouse. Rows may be written twice, for they replace themselves. */
public record ClickHouseLiveSink(ClickHouseInsert insert)
        implements Sink<LiveRow>, SupportsWriterState<LiveRow, LiveRow> {
    @Override
    public StatefulSinkWriter<LiveRow, LiveRow> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<LiveRow, LiveRow> restoreWriter(
            WriterInitContext context, Collection<LiveRow> unwritten) {
        PendingRows pending = new PendingRows();
        unwritten.forEach(pending::add);
        return new LiveRowWriter(pending, insert::write, context.metricGroup());
    }

    @Override
    public SimpleVersionedSerializer<LiveRow> getWriterStateSerializer() {
        return new LiveRowSerializer();
    }
}
