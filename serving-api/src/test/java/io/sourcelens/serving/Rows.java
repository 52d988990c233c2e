/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.util.List;

/** What is published in the tests: a few literal rows of two marketplaces. */
final class Rows {
    private static final String AS_OF = "'2026-03-01 04:05:06.789012', 'run-7'";

    /** Of the running minute and two before, and one row that a newer one replaces; s2 is sold before it is described. */
    private static final List<String> LIVE = List.of("""
            live.sku VALUES ('demo', 's1', 'c2', '杯', 'cup', 'u1', 'g1', 2), ('demo', 's1', 'c1', '瓶', NULL, 'u1', NULL, 1)""", """
            live.minute_count SELECT 'demo', dimension, toStartOfMinute(now64(6, 'UTC')) - toIntervalMinute(minutes_ago),
                id, orders, buyers, units, revenue, now64(6, 'UTC'), version
            FROM values('dimension String, minutes_ago UInt8, id String, orders Array(Int64), buyers Array(Int64),
                    units Int64, revenue Int64, version Int64',
                ('sku', 0, 's1', [1, 2], [8], 4, 400, 2), ('sku', 0, 's1', [1], [8], 1, 100, 1),
                ('sku', 2, 's1', [3], [8, 9], 3, 300, 1), ('sku', 2, 's2', [3], [9], 2, 900, 1),
                ('sku', 90, 's1', [4], [7], 50, 5000, 1), ('sku', 90, 's2', [5], [7], 60, 10, 1),
                ('sku', 1, 's3', [], [], 0, 0, 3),
                ('seller', 0, 'A', [1, 2], [8], 4, 400, 1), ('seller', 2, 'B', [3], [9], 5, 1200, 1))""");

    private Rows() {}

    static void insert(ClickHouseServer server) {
        List.of(
                        """
                        mart.marketplace VALUES
                        ('demo', 'Demo 货源站', 'CNY', 'Asia/Shanghai', %s),
                        ('retail', 'Retail', 'GBP', 'Europe/London', %s)""",
                        """
                        mart.category VALUES
                        ('demo', 'c1', NULL, 1, '杯子', 'Cups', %s), ('demo', 'c2', 'c1', 2, '茶杯', NULL, %s)""",
                        """
                        mart.best_sellers VALUES
                        ('demo', 7, 'all', 0, 'units', 1, 3, 's1', '杯', 'cup', 'g1', 'u1', 'CNY', 9, 12, 12345,
                         '2026-02-23', '2026-03-01', 0.9375, 2, 8, '2026-02-20', %s),
                        ('demo', 7, 'all', 0, 'units', 2, NULL, 's2', NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         '2026-02-23', '2026-03-01', 0.9375, 7, 1, NULL, %s),
                        ('demo', 7, 'all', 0, 'revenue', 1, 1, 's2', NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         '2026-02-23', '2026-03-01', 0.9375, NULL, NULL, NULL, %s),
                        ('demo', 7, 'all', 0, 'revenue', 2, 90, 's3', NULL, NULL, NULL, NULL, 'CNY', 2, 60, 5000,
                         '2026-02-23', '2026-03-01', 0.9375, 80, 1, NULL, %s),
                        ('demo', 7, 'all', 0, 'revenue', 3, 4, 's1', NULL, NULL, NULL, NULL, 'CNY', 3, 6, 4000,
                         '2026-02-23', '2026-03-01', 0.9375, 4, 1, NULL, %s)""",
                        """
                        mart.sku_sales VALUES
                        ('demo', 7, 'dropship', 's1', '杯', 'cup', 'g1', 'c2', 'u1', '广东', '2026-02-20', 'CNY', 6, 8, 8000,
                         3, 3000, 9, 9000, '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 7, 'wholesale', 's1', '杯', 'cup', 'g1', 'c2', 'u1', '广东', '2026-02-20', 'CNY', 3, 4, 4345,
                         0, 0, 0, 0, '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 7, 'dropship', 's2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         0, 0, 10, 10, '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 7, 'dropship', 's3', '碗', 'bowl', NULL, 'c1', 'u3', '浙江', NULL, 'CNY', 2, 2, 20000,
                         4, 40000, 0, 0, '2026-02-23', '2026-03-01', 0.9375, %s),
                        ('demo', 30, 'dropship', 's1', '杯', 'cup', 'g1', 'c2', 'u1', '广东', '2026-02-20', 'CNY', 15, 20, 20000,
                         0, 0, 0, 0, '2026-01-31', '2026-03-01', 0.9875, %s),
                        ('demo', 30, 'dropship', 's2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'CNY', 5, 6, 9007199254740993,
                         0, 0, 10, 10, '2026-01-31', '2026-03-01', 0.9875, %s),
                        ('demo', 30, 'dropship', 's3', '碗', 'bowl', NULL, 'c1', 'u3', '浙江', NULL, 'CNY', 2, 2, 20000,
                         4, 40000, 0, 0, '2026-01-31', '2026-03-01', 0.9875, %s),
                        ('retail', 30, 'dropship', 's9', NULL, 'mug', NULL, NULL, NULL, NULL, NULL, 'GBP', 1, 2, 500,
                         0, 0, 0, 0, '2026-01-31', '2026-03-01', 0.9875, %s)""",
                        """
                        mart.best_match_groups VALUES
                        ('demo', 7, 'all', 0, 'units', 1, 2, NULL, 3, 'g1', '杯', 'cup', 2, 2, 'CNY', 14, 18, 22345,
                         '2026-02-23', '2026-03-01', 0.9375, %s)""",
                        """
                        mart.supplier_scorecard VALUES
                        ('demo', 'u1', '工厂一', 'all', 30, 10, 1, 0, 0.1, 0.11, 0.05, 0.2, 30, 3, 0.1, 0.09, 0.04, 0.2, 0.5, %s, 0.8, 0.125, 0.05, 0.25),
                        ('demo', 'u2', NULL, 'all', 30, 0, 0, 0, NULL, NULL, NULL, NULL, 10, 0, 0, 0.02, 0.01, 0.1, 1, %s, NULL, NULL, NULL, NULL),
                        ('demo', 'u3', 'Works', 'all', 30, 20, 9, 2, 0.45, 0.4, 0.3, 0.6, 0, 0, NULL, NULL, NULL, NULL, 0, %s, NULL, NULL, NULL, NULL),
                        ('demo', 'u1', '工厂一', 'all', 90, 40, 2, 0, 0.05, 0.06, 0.02, 0.1, 90, 3, 0.03, 0.03, 0.01, 0.1, 0.8, %s, 0.9, 0.035, 0.01, 0.15),
                        ('retail', 'v1', NULL, 'all', 30, 12, 12, 12, NULL, NULL, NULL, NULL, 20, 0, NULL, NULL, NULL, NULL, 0, %s, NULL, NULL, NULL, NULL)""",
                        """
                        mart.supplier_event VALUES
                        ('demo', 'u1', 'late_dispatch', 'all', '2026-01-30', 'o1', 'p1', '2026-01-30 04:00:00', '2026-01-30 10:30:00', 6.5, NULL, NULL, %s),
                        ('demo', 'u1', 'late_dispatch', 'all', '2026-02-28', 'o2', 'p2', '2026-02-28 04:00:00', NULL, NULL, NULL, NULL, %s),
                        ('demo', 'u1', 'late_dispatch', 'c1', '2026-02-28', 'o2', 'p2', '2026-02-28 04:00:00', NULL, NULL, NULL, NULL, %s),
                        ('demo', 'u1', 'defect', 'all', '2026-01-31', 'o3', 'l3', NULL, NULL, NULL, 'quality', '2026-02-03 04:00:00', %s),
                        ('demo', 'u1', 'defect', 'all', '2026-02-20', 'o4', 'l5', NULL, NULL, NULL, 'missing', '2026-02-23 04:00:00', %s),
                        ('demo', 'u1', 'defect', 'all', '2026-02-20', 'o4', 'l4', NULL, NULL, NULL, 'damaged', '2026-02-23 04:00:00', %s)""",
                        """
                        mart.supplier_forecast VALUES
                        ('demo', 'u1', '工厂一', 'late_dispatch', 30, 0.1, 0, 0.3, 12.5, 40, 3, 90, NULL, %s, 1),
                        ('demo', 'u2', NULL, 'late_dispatch', 30, NULL, NULL, NULL, 0, 0, 0, 90, 'no_recent_parcels', %s, NULL),
                        ('demo', 'u3', 'Works', 'late_dispatch', 30, 0.4, 0.25, 0.6, 20, 60, 25, 90, NULL, %s, 1),
                        ('demo', 'u1', '工厂一', 'late_delivery', 90, 0.2, 0.1, 0.35, 37.5, 40, 8, 90, NULL, %s, 1),
                        ('demo', 'u1', '工厂一', 'defect', 90, 0.05, 0.02, 0.09, 80, 120, 4, 90, NULL, %s, 0.9)""",
                        """
                        mart.supplier_change VALUES
                        ('demo', 'u1', '工厂一', 'late_dispatch', true, 'worse', '2026-02-02', '2026-01-26', '2026-02-09',
                         0.001, 0.002, 26, 400, 40, 44.5, 80, 24, 9, '2026-02-28', NULL, %s),
                        ('demo', 'u2', NULL, 'late_dispatch', false, NULL, NULL, NULL, NULL, NULL, NULL, 3,
                         NULL, NULL, NULL, NULL, NULL, NULL, '2026-02-28', 'too_little_evidence', %s),
                        ('demo', 'u1', '工厂一', 'defect', false, 'better', '2026-01-05', '2025-12-01', '2026-02-09',
                         0.4, 0.6, 20, 300, 12, 11, 200, 5, 7.5, '2026-02-28', NULL, %s)""",
                        """
                        mart.supplier_fulfilment VALUES
                        ('demo', 'u1', '工厂一', 'all', 30, 'dispatched_within_48_hours', 'share', 0.9, 0.8, 0.95, NULL, NULL,
                         40, 36, 1, 3, 0.975, NULL, %s),
                        ('demo', 'u2', NULL, 'all', 30, 'dispatched_within_48_hours', 'share', NULL, NULL, NULL, NULL, NULL,
                         0, 0, 0, 0, NULL, 'no_evidence', %s),
                        ('demo', 'u3', 'Works', 'all', 30, 'dispatched_within_48_hours', 'share', 0.7, 0.5, 0.9, NULL, NULL,
                         20, 14, 0, 0, 1, NULL, %s),
                        ('demo', 'u1', '工厂一', 'all', 90, 'transit_hours_against_peers', 'hours', -2.5, -4, -1, 50, 52.5,
                         30, 30, 0, 0, 0.8, NULL, %s),
                        ('demo', 'u1', '工厂一', 'c1', 30, 'no_stock_cancel', 'share', 0.02, 0.01, 0.05, 0, 0.025,
                         60, 0, 0, 0, NULL, NULL, %s)""",
                        """
                        mart.supplier_score VALUES
                        ('demo', 'u1', '工厂一', 'all', 90, 85.5, 72.25, 91.5, 'B', NULL, 1, 0.85, 12, 0.75, 'late_dispatch', 7, '1', %s),
                        ('demo', 'u2', NULL, 'all', 90, NULL, NULL, NULL, 'unrated', 'little_known', 0.25, 0, 3, NULL, NULL, NULL, '1', %s),
                        ('demo', 'u3', 'Works', 'all', 90, 40, 30, 49, 'D', NULL, 1, 1, 60, 0.75, 'defect', 25, '1', %s),
                        ('demo', 'u1', '工厂一', 'all', 30, 85, 60, 96, 'C', NULL, 1, 0.85, 5, 0.5, 'late_dispatch', 7, '1', %s)""",
                        """
                        mart.supplier_score_component VALUES
                        ('demo', 'u1', 'all', 90, 'defect', 0.02, 0.01, 0.04, 60, 0.75, 0, 0.1, 25, 20, 15, 22.5, 5, NULL, '1', %s),
                        ('demo', 'u1', 'all', 90, 'late_dispatch', 0.05, 0.025, 0.1, 40, NULL, 0, 0.25, 35, 28, 21, 31.5, 7, NULL, '1', %s),
                        ('demo', 'u1', 'all', 90, 'late_transit', NULL, NULL, NULL, 0, NULL, 0, 0.2, NULL, NULL, NULL, NULL, NULL, 'no_lane', '1', %s)""",
                        """
                        mart.margin_sku_seller_day VALUES
                        ('demo', 'A', 's1', '杯', 'cup', 'c2', 'u1', '2026-03-01', '2026-02-23', '2026-03-01', 'CNY', 3, 1, 4,
                         4000, 2500, 300, 80, 24, 50, 0, 0, 1046, 0, 0, %s),
                        ('demo', 'A', 's1', '杯', 'cup', 'c2', 'u1', '2026-02-01', '2026-01-26', '2026-02-01', 'CNY', 1, 0, 1,
                         1000, 600, 100, 20, 6, 0, 1000, 150, -876, 1, 1, %s),
                        ('demo', 'B', 's1', '杯', 'cup', 'c2', 'u1', '2026-03-01', '2026-02-23', '2026-03-01', 'CNY', 1, 0, 1,
                         777777, 600, 100, 20, 6, 0, 0, 0, 777051, 1, 1, %s),
                        ('retail', 'A', 's9', NULL, 'mug', NULL, NULL, '2026-03-01', '2026-02-23', '2026-03-01', 'GBP', 1, 0, 2,
                         500, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, %s)""",
                        """
                        mart.margin_distribution VALUES
                        ('demo', 's1', 'u1', 'settled', '杯', 'cup', 'c2', '2025-12-02', '2026-02-13', 'CNY', 20, 1, 12, 5300,
                         265, 201.5, 328.5, -40, 280, 410, 2, 0.1, 0.12, 0.05, 0.2, NULL, 0.8, %s),
                        ('demo', 's1', 'u1', 'estimated', '杯', 'cup', 'c2', '2026-02-14', '2026-03-01', 'CNY', 5, 0, 4, 1500,
                         300, NULL, NULL, 250, 300, 350, 0, 0, 0.04, 0.01, 0.1, NULL, 0.8, %s),
                        ('demo', 's2', 'unknown', 'settled', NULL, NULL, NULL, '2025-12-02', '2026-02-13', 'CNY', 3, 0, 3,
                         NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'no_costs', 1, %s)""",
                        """
                        mart.intake_opportunity VALUES
                        ('demo', 'c1', 1, 900, 1900, 'CNY', 12, 100, 80, 130, 95, 0.25, -0.05, 0.6, NULL, 3, 0.5, 2, 1.5,
                         265, 200, 0.15, 0.2, 0.75, 12.5, NULL, 53.5, 0, 12.5, 14.25, 7.5, 19.25, 1, 1,
                         '2026-02-01', '2026-02-28', %s, 6, 21, 10, 8.5, 90, 11),
                        ('demo', 'c1', 2, 2000, 9900, 'CNY', 2, 3, 4, 3, 4, NULL, NULL, NULL, 'few_orders', 0, NULL, NULL, NULL,
                         NULL, 0, NULL, NULL, 0, NULL, 'no_stock_watch', NULL, NULL, NULL, NULL, NULL, NULL, 0, 1,
                         '2026-02-01', '2026-02-28', %s, NULL, NULL, 0, 0, 0, 0),
                        ('demo', 'all', 1, 900, 1900, 'CNY', 12, 100, 80, 130, 95, 0.25, -0.05, 0.6, NULL, 3, 0.5, 2, 1.5,
                         265, 200, 0.15, 0.2, 0.75, NULL, 'no_stock_watch', 99, 0, 12.5, 14.25, 7.5, 19.25, 1, 1,
                         '2026-02-01', '2026-02-28', %s, NULL, NULL, 0, 0, 90, 11)""",
                        """
                        mart.intake_candidate VALUES
                        ('demo', 'widen', 1, 'g1', 's1', '杯', 'cup', 'c2', NULL, 900, 1900, 'CNY',
                         'demand_grows,few_sellers,punctual_suppliers,leaves_margin', 2, 100, 50, 1.0, 0.25, 2.0, 0.03,
                         12.5, 1.5, 3.0, 2, NULL, 0.5, 0.1, 0.2, 1.0, 265, 200, 0, 0.0, NULL, NULL, NULL, NULL,
                         '2026-02-01', '2026-02-28', %s),
                        ('demo', 'second_source', 1, 'g1', 's1', '杯', 'cup', 'c2', NULL, 900, 1900, 'CNY',
                         'one_supplier,stock_outs_cost_sales', 2, 100, 50, 1.0, 0.25, 2.0, 0.03, 12.5, 1.5, 3.0, 1, 'u1',
                         0.5, 0.1, 0.2, 1.0, 265, 200, 2, 8.25, 12.5, 6.0, 21.0, NULL, '2026-02-01', '2026-02-28', %s)""",
                        """
                        mart.intake_cohort VALUES
                        ('demo', '2026-01-26', 30, 'catalogue', 'CNY', 4, 1.0, NULL, 3, 0.75, 0.5, 0.25, 0.8, 20, 30, 2,
                         30, 0.5, 0.4, NULL, NULL, 8, 2, 0.25, NULL, NULL, NULL, 4000, 0.9, 1000.0, NULL, NULL, NULL, 1,
                         %s),
                        ('demo', '2026-02-16', 30, 'catalogue', 'CNY', 2, 0.0, 'immature', NULL, NULL, NULL, NULL, NULL,
                         NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                         NULL, NULL, NULL, NULL, 2, %s)""",
                        """
                        mart.delist VALUES
                        ('demo', 1, 's9', NULL, 'mug', 'c2', 'u1', 'CNY', '2025-10-01', 150, 0, 1, 2, 0.01, 2, 2000,
                         -150, 1.0, 0, 1000, 'unknown', NULL, 'few_orders,loses_money,not_listed,refunds_exceed_tenth',
                         7, 0.01, -150, '2025-12-01', '2026-02-28', %s)""",
                        """
                        mart.freshness VALUES
                        ('demo', 'order', 120, 2, '2026-03-01 04:05:06', '2026-03-01 04:05:07.5', %s),
                        ('retail', 'order', 7, 0, NULL, NULL, %s)""",
                        """
                        mart.trending VALUES
                        ('demo', 'all', 2, 's2', '乙', 'B', NULL, 'f2', 7, NULL, 5, 6.5, NULL, NULL, 7, 1, 1.25, NULL, NULL, 'peaking', NULL,
                         NULL, '2026-02-22', '2026-02-28', %s),
                        ('demo', 'all', 1, 's1', '甲', 'A', 'g1', 'f1', 20, 1.5, 4.5, 24.5, 12.25, 37.5, 10, 0.5, 10.25,
                         0.0625, 0.25, 'rising', 40, 2, '2026-02-22', '2026-02-28', %s)""",
                        """
                        mart.stock_watch VALUES
                        ('demo', 's1', 'u1', '杯', 'cup', 'c2', 40, '2026-03-01 01:05:06', 3, 56, 28, 28, 4, 0, 2, 20, 12.5,
                         30, 0.125, 'ok', NULL, 2000, %s, 0, 0, 0, 0, 0, 0),
                        ('demo', 's2', 'u1', '乙', 'B', NULL, 0, '2026-02-28 04:05:06', 24, 14, 7, 21, 1, 2, NULL, NULL,
                         NULL, NULL, 1, 'out', '2026-02-28', 2000, %s, 7, 3, NULL, NULL, NULL, NULL)""",
                        """
                        mart.alternative VALUES
                        ('demo', 's2', 'u1', 's7', 'u3', 'Works', 1, 'stand_in', NULL, 'stock', '乙', 'B', NULL, 'g2',
                         'CNY', 12.5, -40.25, 60, 100, -50, -30, -7.5, 12, 900, 300.5, 'sku', 40, 0.2, 0.125, 'B', 0,
                         1, 'out', 800, 350.5, 'category', 12, 0.4, 0.25, 'C', 70, 0.125, 'ok', %s),
                        ('demo', 's2', 'u1', 's8', 'u2', NULL, 2, 'not_enough_data', 'no_freight', 'stock', '乙', 'B',
                         NULL, 'g2', 'CNY', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 900, NULL, NULL, NULL, 0.2,
                         0.125, 'B', NULL, NULL, NULL, 800, NULL, NULL, NULL, 0.4, 0.25, 'C', NULL, NULL, NULL, %s),
                        ('demo', 's1', 'u1', 's6', 'u3', 'Works', 1, 'switch', NULL, 'stock', '乙', 'B', NULL, 'g2',
                         'CNY', 12.5, 5, 60, 100, -50, -30, -7.5, 12, 900, 300.5, 'sku', 40, 0.2, 0.125, 'B', 0, 1,
                         'out', 800, 350.5, 'category', 12, 0.4, 0.25, 'C', 70, 0.125, 'ok', %s)""",
                        """
                        mart.listing VALUES
                        ('demo', 'A', 's1', 2000, '2026-01-01', %s), ('demo', 'B', 's1', 2100, '2026-01-01', %s),
                        ('demo', 'B', 's2', 900, '2026-01-01', %s), ('retail', 'A', 's2', 900, '2026-01-01', %s)""",
                        """
                        mart.stuck_parcel VALUES
                        ('demo', 'p1', 'A', 'o1', 'u1', 'SF', 'Zhejiang', 'Hunan', 'no_scan', '2026-02-20 00:00:00',
                         '2026-02-22 00:00:00', '2026-02-28 00:00:00', '2026-02-27 04:05:06', 48, NULL, 30, 'lane', 900, %s),
                        ('demo', 'p2', 'A', 'o2', 'u1', NULL, NULL, NULL, 'dispatch_overdue', '2026-02-19 00:00:00',
                         '2026-03-01 00:05:06', NULL, NULL, NULL, 4, NULL, 'marketplace', 0, %s),
                        ('demo', 'p3', 'B', 'o3', 'u1', NULL, NULL, NULL, 'no_scan', '2026-02-18 00:00:00',
                         NULL, NULL, '2026-02-27 04:05:06', 48, NULL, 30, 'marketplace', 900, %s),
                        ('demo', 'p4', NULL, 'o4', 'u1', NULL, NULL, NULL, 'no_scan', '2026-02-18 00:00:00',
                         NULL, NULL, '2026-02-27 04:05:06', 48, NULL, 30, 'marketplace', 900, %s)""",
                        """
                        mart.track_record VALUES
                        ('demo', 'best-sellers', 'units', 7, 'last_7_days_orders', 'ndcg_100', 10, 1000, 0.5, 0.4, 0.6,
                         0.1, 0.05, 0.15, NULL, '2025-12-01', '2026-02-02', 7, %s),
                        ('demo', 'best-sellers', 'units', 7, 'published', 'ndcg_100', 10, 1000, 0.6, 0.5, 0.7,
                         NULL, NULL, NULL, NULL, '2025-12-01', '2026-02-02', 7, %s),
                        ('demo', 'trending', 'order_gain', 7, 'published', 'ndcg_100', 0, 0, NULL, NULL, NULL,
                         NULL, NULL, NULL, 'no origin', NULL, NULL, 7, %s)""")
                .forEach(rows -> server.query("writer", "INSERT INTO " + rows.replace("%s", AS_OF)));
        LIVE.forEach(rows -> server.query("streaming", "INSERT INTO " + rows));
    }
}
