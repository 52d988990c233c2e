/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import io.sourcelens.schema.LakeTable;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.sink.dynamic.DynamicIcebergSink;
import org.apache.iceberg.flink.sink.dynamic.DynamicRecord;
import org.apache.iceberg.flink.sink.dynamic.DynamicRecordGenerator;

/** One exactly-once sink for every table of the lake; a table without new rows gets no snapshot. */
public record IcebergLakeSink(CatalogLoader catalog) implements LakeSink {
    /**
     * Tables share these by hash of their name. One committer takes table after table, and waits for more than half of
     * each commit: for the catalog, and for Iceberg's thread pools, which are asked every 10 ms whether they are done.
     */
    private static final int COMMITTERS = 4;

    @Override
    public void attachTo(DataStream<LakeRow> rows) {
        DynamicIcebergSink.forInput(rows)
                .generator(new Router())
                .catalogLoader(catalog)
                .uidPrefix("lake")
                .writeParallelism(COMMITTERS)
                .append();
    }

    /** Forwards each row to the writer in its own task: no shuffle. */
    static final class Router implements DynamicRecordGenerator<LakeRow> {
        @Override
        public void generate(LakeRow row, Collector<DynamicRecord> out) {
            LakeTable table = RawTables.named(row.table());
            out.collect(new DynamicRecord(
                    RawTables.identifier(table),
                    SnapshotRef.MAIN_BRANCH,
                    table.schema(),
                    row.row(),
                    table.partitioning()));
        }
    }
}
