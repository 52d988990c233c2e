/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class LiveRowWriterTest {
    private static final LiveRow FIRST = new LiveRow("minute_count", "cup", 1, "{\"杯\":1}");
    private static final LiveRow SECOND = new LiveRow("minute_count", "cup", 2, "{\"杯\":2}");

    private final List<LiveRow> arrived = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();

    @Test
    void rowsArrive() throws Exception {
        try (LiveRowWriter writer = writer(new PendingRows())) {
            writer.write(FIRST, null);

            await().until(() -> arrived.equals(List.of(FIRST)));
            assertThat(writer.snapshotState(1)).isEmpty();
        }
    }

    @Test
    void whileTheServerIsAwayNobodyWaitsAndTheCheckpointHoldsTheNewest() throws Exception {
        away.set(true);
        List<byte[]> checkpoint = new ArrayList<>();
        LiveRowSerializer serializer = new LiveRowSerializer();
        try (LiveRowWriter writer = writer(new PendingRows())) {
            writer.write(FIRST, null);
            writer.write(SECOND, null);
            writer.flush(false);
            for (LiveRow row : writer.snapshotState(1)) {
                checkpoint.add(serializer.serialize(row));
            }
        }
        assertThat(arrived).isEmpty();

        away.set(false);
        PendingRows restored = new PendingRows();
        for (byte[] row : checkpoint) {
            restored.add(serializer.deserialize(serializer.getVersion(), row));
        }
        try (LiveRowWriter writer = writer(restored)) {
            await().until(() -> arrived.equals(List.of(SECOND)));
            assertThat(writer.snapshotState(2)).isEmpty();
        }
    }

    private LiveRowWriter writer(PendingRows pending) {
        return new LiveRowWriter(pending, this::write, new UnregisteredMetricsGroup());
    }

    private void write(List<LiveRow> rows) throws IOException {
        if (away.get()) {
            throw new IOException("connection refused");
        }
        arrived.addAll(rows);
    }
}
