/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.util.List;

/** What is published in the tests: a few literal rows of two marketplaces. */
final class Rows {
    private static final String AS_OF = "'2026-03-01 04:05:06.789012', 'run-7'";

    private Rows() {}

    static void insert(ClickHouseServer server) {
        List.of("""
                        mart.marketplace VALUES
                        ('demo', 'Demo 货源站', 'CNY', 'Asia/Shanghai', %s),
                        ('retail', 'Retail', 'GBP', 'Europe/London', %s)""", """
                        mart.category VALUES
                        ('demo', 'c1', NULL, 1, '杯子', 'Cups', %s), ('demo', 'c2', 'c1', 2, '茶杯', NULL, %s)""", """
                        mart.best_sellers VALUES
                        ('demo', 7, 'all', 0, 'units', 1, 3, 's1', '杯', 'cup', 'g1', 'u1', 'CNY', 9, 12, 12345,
                         '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 7, 'all', 0, 'units', 2, NULL, 's2', NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 7, 'all', 0, 'revenue', 1, 1, 's2', NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         '2026-02-23', '2026-03-01', 0.9375, %s)""", """
                        mart.supplier_scorecard VALUES
                        ('demo', 'u1', '工厂一', 'all', 30, 10, 1, 0, 0.1, 0.11, 0.05, 0.2, 30, 3, 0.1, 0.09, 0.04, 0.2, 0.5, %s),
                        ('demo', 'u2', NULL, 'all', 30, 0, 0, 0, NULL, NULL, NULL, NULL, 10, 0, 0, 0.02, 0.01, 0.1, 1, %s),
                        ('demo', 'u3', 'Works', 'all', 30, 20, 9, 2, 0.45, 0.4, 0.3, 0.6, 0, 0, NULL, NULL, NULL, NULL, 0, %s),
                        ('demo', 'u1', '工厂一', 'all', 90, 40, 2, 0, 0.05, 0.06, 0.02, 0.1, 90, 3, 0.03, 0.03, 0.01, 0.1, 0.8, %s)""", """
                        mart.margin_sku_seller_day VALUES
                        ('demo', 'A', 's1', '杯', 'cup', 'c2', 'u1', '2026-03-01', '2026-02-23', '2026-03-01', 'CNY', 3, 1, 4,
                         4000, 2500, 300, 80, 24, 50, 0, 0, 1046, 0, 0, %s),
                        ('demo', 'A', 's1', '杯', 'cup', 'c2', 'u1', '2026-02-01', '2026-01-26', '2026-02-01', 'CNY', 1, 0, 1,
                         1000, 600, 100, 20, 6, 0, 1000, 150, -876, 1, 1, %s),
                        ('demo', 'B', 's1', '杯', 'cup', 'c2', 'u1', '2026-03-01', '2026-02-23', '2026-03-01', 'CNY', 1, 0, 1,
                         777777, 600, 100, 20, 6, 0, 0, 0, 777051, 1, 1, %s),
                        ('retail', 'A', 's9', NULL, 'mug', NULL, NULL, '2026-03-01', '2026-02-23', '2026-03-01', 'GBP', 1, 0, 2,
                         500, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, %s)""", """
                        mart.freshness VALUES
                        ('demo', 'order', 120, 2, '2026-03-01 04:05:06', '2026-03-01 04:05:07.5', %s),
                        ('retail', 'order', 7, 0, NULL, NULL, %s)""")
                .forEach(rows -> server.query("writer", "INSERT INTO " + rows.replace("%s", AS_OF)));
    }
}
