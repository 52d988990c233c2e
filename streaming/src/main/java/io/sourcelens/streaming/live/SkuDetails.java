/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import io.sourcelens.schema.Change;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.lake.RawTables;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What is known of a sku now, for whoever reads its counts. A deleted one keeps its name while its counts are shown. */
final class SkuDetails implements FlatMapFunction<LakeRow, LiveRow> {
    private static final String TABLE = "sku";
    private static final RowColumns COLUMNS = RowColumns.of(RawTables.named(TABLE));

    @Override
    public void flatMap(LakeRow row, Collector<LiveRow> out) {
        if (row.table().equals(TABLE) && !COLUMNS.text(row.row(), "change_op").equals(Change.DELETE)) {
            out.collect(LiveRows.sku(row.row()));
        }
    }
}
