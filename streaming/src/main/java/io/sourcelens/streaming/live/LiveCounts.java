/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import io.sourcelens.streaming.lake.LakeRow;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The branch of the workflow that counts. */
public final class LiveCounts {
    private LiveCounts() {}

    /** @param rows what the gate let pass; nothing of it is changed */
    public static void attachTo(DataStream<LakeRow> rows, Sink<LiveRow> sink) {
        DataStream<LiveRow> minuteCounts = rows.process(new OrderLines())
                .name("order-lines")
                .uid("live-order-lines")
                .keyBy(OrderLineChange::line)
                .process(new OrderLineDifferences())
                .name("order-line-differences")
                .uid("live-order-line-differences")
                .keyBy(CellDifference::cell)
                .process(new MinuteCells())
                .name("minute-cells")
                .uid("live-minute-cells");
        DataStream<LiveRow> skus =
                rows.flatMap(new SkuDetails()).name("sku-details").uid("live-sku-details");
        minuteCounts.union(skus).sinkTo(sink).name("live").uid("live");
    }
}
