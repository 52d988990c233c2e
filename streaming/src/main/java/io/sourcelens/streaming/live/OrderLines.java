/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import io.sourcelens.schema.Change;
import io.sourcelens.streaming.lake.LakeRow;
import io.sourcelens.streaming.lake.RawTables;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code raw.order_line} within the horizon, as changes of order lines. Deletions tell no time: all of them. What
 * is left out is in the lake all the same.
 */
final class OrderLines extends ProcessFunction<LakeRow, OrderLineChange> {
    private static final String TABLE = "order_line";
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final RowColumns COLUMNS = RowColumns.of(RawTables.named(TABLE));

    private transient Counter leftOut;

    @Override
    public void open(OpenContext context) {
        leftOut = getRuntimeContext().getMetricGroup().addGroup("live").counter("lines_beyond_horizon");
    }

    @Override
    public void processElement(LakeRow row, Context context, Collector<OrderLineChange> out) {
        if (row.table().equals(TABLE)) {
            OrderLineChange change = change(row.row(), context.timerService().currentProcessingTime());
            if (change == null) {
                leftOut.inc();
            } else {
                out.collect(change);
            }
        }
    }

    private static @Nullable OrderLineChange change(RowData row, long nowMillis) {
        boolean deleted = COLUMNS.text(row, "change_op").equals(Change.DELETE);
        if (!deleted && !Horizon.holds(COLUMNS.millis(row, "ordered_at"), nowMillis)) {
            return null;
        }
        boolean counts = !deleted && COLUMNS.text(row, "status").equals("active");
        return new OrderLineChange(
                new OrderLineKey(COLUMNS.text(row, "marketplace"), COLUMNS.text(row, "order_line_id")),
                COLUMNS.number(row, "source_position"),
                COLUMNS.millis(row, "source_time"),
                counts ? contribution(row) : null);
    }

    private static Contribution contribution(RowData row) {
        String marketplace = COLUMNS.text(row, "marketplace");
        String buyerId = COLUMNS.textOrNull(row, "buyer_id");
        int quantity = COLUMNS.integer(row, "quantity");
        long orderedAt = COLUMNS.millis(row, "ordered_at");
        return new Contribution(
                orderedAt - Math.floorMod(orderedAt, MINUTE),
                COLUMNS.text(row, "sku_id"),
                COLUMNS.textOrNull(row, "seller_id"),
                IdentityHash.of(marketplace, COLUMNS.text(row, "order_id")),
                buyerId == null ? null : IdentityHash.of(marketplace, buyerId),
                quantity,
                quantity * COLUMNS.number(row, "sale_price_minor"));
    }
}
