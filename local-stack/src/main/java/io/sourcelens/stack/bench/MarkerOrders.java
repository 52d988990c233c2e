/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Sql;
import io.sourcelens.stack.StackSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that can be told from all others wherever they are seen: of one sku, each of a million units. The sku leads the
 * ranking by units from the first on, and its units tell how many of them are counted.
 */
final class MarkerOrders implements AutoCloseable {
    static final int UNITS = 1_000_000;
    /** Beyond any key of the simulator. */
    static final String ORDER_ID_PREFIX = "900000000";

    private static final long FIRST_ID = 900_000_000_000L;

    private final Connection connection;
    private final long skuId;
    private final long supplierId;
    private final long sellerId;
    private final List<Long> committedAtMillis = new ArrayList<>();

    MarkerOrders(StackSettings settings) throws SQLException {
        connection = DriverManager.getConnection(
                settings.value("POSTGRES_URL"), settings.value("POSTGRES_USER"), settings.value("POSTGRES_PASSWORD"));
        connection.setAutoCommit(false);
        List<String> row = Sql.rows(connection, """
                        SELECT sku_id, supplier_id, (SELECT min(seller_id) FROM marketplace.seller)
                        FROM marketplace.sku ORDER BY sku_id DESC LIMIT 1""").get(0);
        skuId = Long.parseLong(row.get(0));
        supplierId = Long.parseLong(row.get(1));
        sellerId = Long.parseLong(row.get(2));
        connection.commit();
    }

    /** Of the order that was placed as the nth, from 0. */
    static String orderId(int nth) {
        return Long.toString(FIRST_ID + nth);
    }

    String skuId() {
        return Long.toString(skuId);
    }

    /** When each was committed: the moment before the commit was asked for, so that no wait is hidden. */
    synchronized List<Long> committedAtMillis() {
        return List.copyOf(committedAtMillis);
    }

    void place() throws SQLException {
        long id = FIRST_ID + committedAtMillis.size();
        Timestamp now = Timestamp.from(Instant.now());
        try (PreparedStatement order = connection.prepareStatement("""
                        INSERT INTO marketplace."order"
                            (order_id, seller_id, mode, status, ship_to_province, ordered_at)
                        VALUES (?, ?, 'dropship', 'placed', 'Zhejiang', ?)""");
                PreparedStatement line = connection.prepareStatement("""
                        INSERT INTO marketplace.order_line
                            (order_line_id, order_id, line_number, seller_id, sku_id, supplier_id, mode, quantity,
                             sale_price_minor, supply_price_minor, freight_minor, platform_fee_minor, promotion_minor,
                             status, ordered_at)
                        VALUES (?, ?, 1, ?, ?, ?, 'dropship', ?, 0, 0, 0, 0, 0, 'active', ?)""")) {
            order.setLong(1, id);
            order.setLong(2, sellerId);
            order.setTimestamp(3, now);
            order.executeUpdate();
            line.setLong(1, id);
            line.setLong(2, id);
            line.setLong(3, sellerId);
            line.setLong(4, skuId);
            line.setLong(5, supplierId);
            line.setInt(6, UNITS);
            line.setTimestamp(7, now);
            line.executeUpdate();
        }
        long asked = System.currentTimeMillis();
        connection.commit();
        synchronized (this) {
            committedAtMillis.add(asked);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
