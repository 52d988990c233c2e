/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Keeps the totals of each cell and tells those that changed, five times a second at most. */
final class MinuteCells extends KeyedProcessFunction<Cell, CellDifference, LiveRow> {
    static final Duration BEAT = Duration.ofMillis(200);

    private transient ValueState<CellSums> sums;
    /** Lines by order, and by buyer: whoever has none left is gone. */
    private transient MapState<Long, Integer> orders;

    private transient MapState<Long, Integer> buyers;

    @Override
    public void open(OpenContext context) {
        sums = getRuntimeContext().getState(leaving(new ValueStateDescriptor<>("sums", CellSums.class)));
        orders =
                getRuntimeContext().getMapState(leaving(new MapStateDescriptor<>("orders", Long.class, Integer.class)));
        buyers =
                getRuntimeContext().getMapState(leaving(new MapStateDescriptor<>("buyers", Long.class, Integer.class)));
    }

    @Override
    public void processElement(CellDifference difference, Context context, Collector<LiveRow> out) throws Exception {
        CellSums known = sums.value();
        sums.update((known == null ? CellSums.NOTHING : known).with(difference));
        count(difference.removed(), -1);
        count(difference.added(), 1);
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now - now % BEAT.toMillis() + BEAT.toMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LiveRow> out) throws Exception {
        CellSums known = sums.value();
        if (known != null) {
            CellSums told = known.told(context.timerService().currentProcessingTime());
            sums.update(told);
            out.collect(LiveRows.minuteCount(context.getCurrentKey(), told, orders.keys(), buyers.keys()));
        }
    }

    private void count(@Nullable Contribution contribution, int lines) throws Exception {
        if (contribution != null) {
            count(orders, contribution.orderHash(), lines);
            if (contribution.buyerHash() != null) {
                count(buyers, contribution.buyerHash(), lines);
            }
        }
    }

    private static void count(MapState<Long, Integer> linesByHash, long hash, int lines) throws Exception {
        Integer known = linesByHash.get(hash);
        int now = (known == null ? 0 : known) + lines;
        if (now == 0) {
            linesByHash.remove(hash);
        } else {
            linesByHash.put(hash, now);
        }
    }

    private static <S extends StateDescriptor<?, ?>> S leaving(S descriptor) {
        descriptor.enableTimeToLive(Horizon.ofState());
        return descriptor;
    }
}
