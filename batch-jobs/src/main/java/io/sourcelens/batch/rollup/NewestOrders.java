/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;

/** The newest order of each marketplace, from the bounds that the lake keeps of every file: no row is read. */
public final class NewestOrders {
    private static final String COLUMN = "latest_ordered_at";

    private NewestOrders() {}

    /**
     * @param rollup {@code rollup.sku_seller_day}
     * @return by marketplace
     */
    public static Map<String, Instant> of(Table rollup) {
        NestedField column = rollup.schema().findField(COLUMN);
        Map<String, Instant> newest = new HashMap<>();
        try (CloseableIterable<FileScanTask> files =
                rollup.newScan().includeColumnStats(List.of(COLUMN)).planFiles()) {
            for (FileScanTask task : files) {
                ByteBuffer bound = task.file().upperBounds().get(column.fieldId());
                long micros = Conversions.fromByteBuffer(column.type(), bound);
                newest.merge(
                        task.file().partition().get(0, String.class),
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the files of " + rollup.name(), e);
        }
        return newest;
    }
}
