/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import io.sourcelens.streaming.lake.RawTables;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.flink.table.data.RowData;

/** Makes the rows of the live tables. */
final class LiveRows {
    private static final TableSchema MINUTE_COUNT = Schemas.liveTable("minute_count");
    private static final TableSchema SKU = Schemas.liveTable("sku");
    private static final RowColumns RAW_SKU = RowColumns.of(RawTables.named("sku"));
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private LiveRows() {}

    static LiveRow minuteCount(Cell cell, CellSums sums, Iterable<Long> orderHashes, Iterable<Long> buyerHashes) {
        ObjectNode json = JSON.createObjectNode()
                .put("marketplace", cell.marketplace())
                .put("dimension", cell.dimension())
                .put("minute_at", instant(cell.minuteMillis()))
                .put("dimension_id", cell.id())
                .put("units", sums.units())
                .put("sale_revenue_minor", sums.saleRevenueMinor())
                .put("as_of", instant(sums.sourceTimeMillis()))
                .put("version", sums.version());
        ArrayNode orders = json.putArray("order_hashes");
        orderHashes.forEach(orders::add);
        ArrayNode buyers = json.putArray("buyer_hashes");
        buyerHashes.forEach(buyers::add);
        return row(MINUTE_COUNT, sums.version(), json);
    }

    /** @param row a row of {@code raw.sku} that is no deletion */
    static LiveRow sku(RowData row) {
        long version = RAW_SKU.number(row, "source_position");
        ObjectNode json = JSON.createObjectNode();
        for (Field field : SKU.fields()) {
            json.put(field.name(), RAW_SKU.textOrNull(row, field.name()));
        }
        return row(SKU, version, json.put("version", version));
    }

    private static LiveRow row(TableSchema table, long version, ObjectNode json) {
        StringBuilder key = new StringBuilder();
        table.key().forEach(field -> key.append(json.get(field)).append(' '));
        return new LiveRow(table.name(), key.toString(), version, json.toString());
    }

    private static String instant(long millis) {
        return INSTANT.format(Instant.ofEpochMilli(millis));
    }
}
