/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import io.sourcelens.schema.LakeTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Reads a lake table's columns by name. A column that the table does not have is null. */
record RowColumns(Map<String, Integer> positions) {
    private static final int MICROSECONDS = 6;

    static RowColumns of(LakeTable table) {
        Map<String, Integer> positions = new HashMap<>();
        List<NestedField> fields = table.schema().columns();
        for (int column = 0; column < fields.size(); column++) {
            positions.put(fields.get(column).name(), column);
        }
        return new RowColumns(positions);
    }

    @Nullable
    String textOrNull(RowData row, String column) {
        Integer position = positions.get(column);
        return position == null || row.isNullAt(position)
                ? null
                : row.getString(position).toString();
    }

    String text(RowData row, String column) {
        return row.getString(position(column)).toString();
    }

    int integer(RowData row, String column) {
        return row.getInt(position(column));
    }

    long number(RowData row, String column) {
        return row.getLong(position(column));
    }

    long millis(RowData row, String column) {
        return row.getTimestamp(position(column), MICROSECONDS).getMillisecond();
    }

    private int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("Cannot read column %s: the lake has none".formatted(column));
        }
        return position;
    }
}
