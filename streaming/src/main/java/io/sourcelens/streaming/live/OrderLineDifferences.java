/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps the newest change of each order line and tells what it changes; most changes of a line change no count. */
final class OrderLineDifferences extends KeyedProcessFunction<OrderLineKey, OrderLineChange, CellDifference> {
    private transient ValueState<OrderLineChange> newest;

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<OrderLineChange> descriptor =
                new ValueStateDescriptor<>("newest-change", OrderLineChange.class);
        descriptor.enableTimeToLive(Horizon.ofState());
        newest = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(OrderLineChange change, Context context, Collector<CellDifference> out)
            throws Exception {
        OrderLineChange known = newest.value();
        if (known != null && known.sourcePosition() > change.sourcePosition()) {
            return;
        }
        newest.update(change);
        Contribution before = known == null ? null : known.contribution();
        Contribution now = change.contribution();
        if (!Objects.equals(before, now)) {
            tell(change, before, now, Cell::ofSku, out);
            tell(change, before, now, Cell::ofSeller, out);
        }
    }

    private static void tell(
            OrderLineChange change,
            @Nullable Contribution before,
            @Nullable Contribution now,
            BiFunction<String, Contribution, @Nullable Cell> cellOf,
            Collector<CellDifference> out) {
        String marketplace = change.line().marketplace();
        Cell left = before == null ? null : cellOf.apply(marketplace, before);
        Cell entered = now == null ? null : cellOf.apply(marketplace, now);
        if (left != null && left.equals(entered)) {
            out.collect(new CellDifference(left, before, now, change.sourceTimeMillis()));
            return;
        }
        if (left != null) {
            out.collect(new CellDifference(left, before, null, change.sourceTimeMillis()));
        }
        if (entered != null) {
            out.collect(new CellDifference(entered, null, now, change.sourceTimeMillis()));
        }
    }
}
