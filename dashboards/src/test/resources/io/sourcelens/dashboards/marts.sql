-- Marts as a refresh would publish them, small and always the same: marketplace demo with two sellers, and one
-- marketplace that delivers neither suppliers nor costs.

INSERT INTO mart.marketplace (marketplace, name, currency, time_zone, as_of, run_id) VALUES
('demo', '演示货源站', 'CNY', 'Asia/Shanghai', '2026-06-20 06:30:00', 'run-1'),
('online-retail', 'Online Retail', 'GBP', 'Europe/London', '2010-12-09 20:01:00', 'run-1');

INSERT INTO mart.category (marketplace, category_id, parent_category_id, level, name_zh, name_en, as_of, run_id) VALUES
('demo', '1', NULL, 1, '家居日用', 'Home', '2026-06-20 06:30:00', 'run-1'),
('demo', '2', NULL, 1, '数码', 'Electronics', '2026-06-20 06:30:00', 'run-1'),
('demo', '3', NULL, 1, '服饰', 'Clothing', '2026-06-20 06:30:00', 'run-1'),
('demo', '4', NULL, 1, '食品', 'Food', '2026-06-20 06:30:00', 'run-1'),
('demo', '5', NULL, 1, '母婴', 'Baby', '2026-06-20 06:30:00', 'run-1');

INSERT INTO mart.best_sellers (marketplace, window_days, category_id, category_level, ranked_by, rank, previous_rank,
    sku_id, name_zh, name_en, supplier_id, currency, orders, units, sale_revenue_minor, window_start, window_end,
    maturity, as_of, run_id)
WITH
    ['保温杯', '四件套', '蓝牙耳机', '儿童雨靴', '铲勺套装', '挂烫机', '坚果混合装', '珊瑚绒睡衣', '手机支架', '帆布托特包'] AS names_zh,
    ['Vacuum flask', 'Bedding set', 'Bluetooth earphones', 'Rain boots', 'Utensil set', 'Garment steamer', 'Mixed nuts', 'Fleece pyjamas', 'Phone stand', 'Tote bag'] AS names_en
SELECT
    'demo', window_days, category_id, if(category_id = 'all', 0, 1), ranked_by,
    position, if(position % 7 = 4, NULL, 1 + (position * 11 + window_days) % 23),
    toString(1000 + 40 * category_number + position),
    concat(names_zh[1 + position % 10], ' ', toString(position), ' 号'), concat(names_en[1 + position % 10], ' no. ', toString(position)),
    toString(1 + position % 40), 'CNY',
    toInt64(window_days * 9 * (22 - position) + category_number), toInt64(window_days * 11 * (22 - position)),
    toInt64(window_days * 11 * (22 - position)) * (2990 + 310 * category_number + 137 * (position % 5)),
    toDate('2026-06-20') - window_days + 1, toDate('2026-06-20'), (window_days - 1 + 0.604) / window_days,
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM (SELECT toInt32(number + 1) AS position FROM numbers(20)) AS positions
CROSS JOIN (SELECT toInt32(arrayJoin([1, 7, 30])) AS window_days) AS windows
CROSS JOIN (SELECT arrayJoin(['units', 'revenue']) AS ranked_by) AS measures
CROSS JOIN (SELECT number AS category_number, if(number = 0, 'all', toString(number)) AS category_id FROM numbers(6)) AS categories;

INSERT INTO mart.best_sellers (marketplace, window_days, category_id, category_level, ranked_by, rank, previous_rank,
    sku_id, name_zh, name_en, supplier_id, currency, orders, units, sale_revenue_minor, window_start, window_end,
    maturity, as_of, run_id) VALUES
('online-retail', 7, 'all', 0, 'units', 1, NULL, '22086', NULL, 'PAPER CHAIN KIT 50S CHRISTMAS', NULL, 'GBP', 84, 1021, 281080, '2010-12-03', '2010-12-09', 0.97, '2010-12-09 20:01:00', 'run-1');

-- The smaller a supplier, the wider the interval around the same rate.
INSERT INTO mart.supplier_scorecard (marketplace, supplier_id, supplier_name, category_id, window_days, parcels_due,
    parcels_late, parcels_not_scanned, late_dispatch_rate_raw, late_dispatch_rate, late_dispatch_rate_low,
    late_dispatch_rate_high, order_lines, defect_lines, defect_rate_raw, defect_rate, defect_rate_low,
    defect_rate_high, maturity, as_of, run_id)
SELECT
    'demo', toString(supplier), concat(['义乌', '佛山', '晋江', '汕头', '温州'][1 + supplier % 5], ['百货', '家居', '鞋服', '玩具'][1 + supplier % 4], '厂 ', toString(supplier)),
    'all', window_days, due, late, intDiv(late, 4), late / due, (late + 2) / (due + 40),
    greatest(0, (late + 2) / (due + 40) - 1.64 * sqrt((late + 2) / (due + 40) * (1 - (late + 2) / (due + 40)) / (due + 40))),
    least(1, (late + 2) / (due + 40) + 1.64 * sqrt((late + 2) / (due + 40) * (1 - (late + 2) / (due + 40)) / (due + 40))),
    due + 5, defects, defects / (due + 5), (defects + 1) / (due + 45),
    greatest(0, (defects + 1) / (due + 45) - 1.64 * sqrt((defects + 1) / (due + 45) * (1 - (defects + 1) / (due + 45)) / (due + 45))),
    (defects + 1) / (due + 45) + 1.64 * sqrt((defects + 1) / (due + 45) * (1 - (defects + 1) / (due + 45)) / (due + 45)),
    if(window_days = 30, 0.71, 0.9), toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM
(
    SELECT
        number + 1 AS supplier, window_days,
        toInt64(window_days / 30 * (6 + (number * 7919) % 97 * (1 + number % 5))) AS due,
        toInt64(floor(due * (0.02 + ((number * 31) % 17) / 60))) AS late,
        toInt64(floor(due * ((number * 13) % 11) / 150)) AS defects
    FROM numbers(40) AS suppliers
    CROSS JOIN (SELECT toInt32(arrayJoin([30, 90])) AS window_days) AS windows
);

INSERT INTO mart.margin_sku_seller_day (marketplace, seller_id, sku_id, name_zh, name_en, category_id, supplier_id, day,
    week, month, currency, order_lines, cancelled_order_lines, units, sale_revenue_minor, supply_cost_minor,
    freight_minor, platform_fee_minor, payment_fee_minor, promotion_minor, refund_minor, return_reship_freight_minor,
    contribution_minor, settled_order_lines, maturity, as_of, run_id)
SELECT
    'demo', seller_id, toString(1000 + sku), concat(['保温杯', '四件套', '蓝牙耳机', '雨靴', '铲勺套装', '挂烫机'][1 + sku % 6], ' ', toString(sku), ' 号'),
    concat(['Vacuum flask', 'Bedding set', 'Earphones', 'Rain boots', 'Utensil set', 'Steamer'][1 + sku % 6], ' no. ', toString(sku)),
    toString(1 + sku % 5), toString(1 + sku % 40), day, toStartOfWeek(day, 1), toStartOfMonth(day), 'CNY',
    lines, toInt64(sku % 5 = 0), lines, revenue, cost, lines * 600, intDiv(revenue, 50), intDiv(revenue, 166),
    intDiv(revenue, 40), refund, if(refund > 0, 800, 0),
    revenue - cost - lines * 600 - intDiv(revenue, 50) - intDiv(revenue, 166) - intDiv(revenue, 40) - refund - if(refund > 0, 800, 0),
    if(day <= toDate('2026-06-13'), lines, 0), if(day <= toDate('2026-06-13'), 1, 0),
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM
(
    SELECT
        if(number % 2 = 0, '101', '102') AS seller_id,
        intDiv(number, 2) % 12 AS sku,
        toDate('2026-03-29') + intDiv(number, 24) AS day,
        toInt64(1 + (number * 7919) % 5 + if(toDayOfWeek(day) > 5, 2, 0)) AS lines,
        lines * (3990 + 730 * sku) AS revenue,
        toInt64(revenue * (0.55 + (sku % 4) * 0.07)) AS cost,
        if(number % 17 = 0, 3990 + 730 * sku, 0) AS refund
    FROM numbers(24 * 84)
);

INSERT INTO mart.supplier_score (marketplace, supplier_id, supplier_name, category_id, window_days, score, score_low,
    score_high, tier, tier_reason, weight_known, weight_supported, evidence, maturity, costliest_component,
    costliest_points_lost, weights_version, as_of, run_id)
SELECT
    'demo', toString(supplier), concat(['义乌', '佛山', '晋江', '汕头', '温州'][1 + supplier % 5], ['百货', '家居', '鞋服', '玩具'][1 + supplier % 4], '厂 ', toString(supplier)),
    'all', window_days, if(tier = 'unrated', NULL, score), if(tier = 'unrated', NULL, score - 8), if(tier = 'unrated', NULL, least(100, score + 6)),
    tier, if(tier = 'unrated', 'little_known', NULL), if(tier = 'unrated', 0.25, 1), if(tier = 'unrated', 0, 1),
    5 + supplier * 3, 0.8, if(tier = 'unrated', NULL, 'late_dispatch'), if(tier = 'unrated', NULL, (100 - score) / 2), '1',
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM
(
    SELECT
        number + 1 AS supplier, window_days, 35 + (supplier * 37) % 60 AS score,
        multiIf(supplier % 9 = 0, 'unrated', score - 8 >= 80, 'A', score - 8 >= 65, 'B', score + 6 < 50, 'D', 'C') AS tier
    FROM numbers(40) AS suppliers
    CROSS JOIN (SELECT toInt32(arrayJoin([30, 90])) AS window_days) AS windows
);

INSERT INTO mart.supplier_score_component (marketplace, supplier_id, category_id, window_days, component, estimate,
    estimate_low, estimate_high, evidence, maturity, best, worst, points_most, points, points_low, points_high,
    points_lost, reason, weights_version, as_of, run_id)
SELECT
    'demo', toString(supplier), 'all', window_days, part.1, 0.05, 0.02, 0.1, 5 + supplier * 3, 0.8, 0, 0.25, part.2,
    part.2 - lost, part.2 - lost - 1, part.2 - lost + 1, lost, NULL, '1', toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM
(
    SELECT number + 1 AS supplier, window_days, part, part.2 * ((supplier * 37 + part.2) % 60) / 100 AS lost
    FROM numbers(40) AS suppliers
    CROSS JOIN (SELECT toInt32(arrayJoin([30, 90])) AS window_days) AS windows
    CROSS JOIN (SELECT arrayJoin([('late_dispatch', 35.), ('defect', 25.), ('late_transit', 15.), ('no_stock_cancel', 15.),
        ('valid_tracking', 10.)]) AS part) AS parts
    WHERE supplier % 9 <> 0
);

INSERT INTO mart.sku_sales (marketplace, window_days, mode, sku_id, name_zh, name_en, category_id, supplier_id,
    ship_from_province, first_seen_day, currency, orders, units, sale_revenue_minor, previous_units,
    previous_sale_revenue_minor, previous_week_units, previous_week_sale_revenue_minor, window_start, window_end, maturity,
    as_of, run_id)
SELECT
    'demo', window_days, mode, toString(1040 + sku), concat(['保温杯', '四件套', '蓝牙耳机', '雨靴'][1 + sku % 4], ' ', toString(sku), ' 号'), NULL,
    toString(1 + sku % 5), toString(1 + sku % 40), ['浙江', '广东', '福建'][1 + sku % 3], toDate('2026-06-20') - sku * 2, 'CNY',
    window_days * (31 - sku), window_days * (35 - sku), window_days * (35 - sku) * 3990, 3, 11970, window_days * (20 - intDiv(sku, 2)),
    39900, toDate('2026-06-20') - window_days + 1, toDate('2026-06-20'), 0.95, toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM (SELECT toInt64(number) AS sku FROM numbers(30)) AS skus
CROSS JOIN (SELECT toInt32(arrayJoin([1, 7, 30])) AS window_days) AS windows
CROSS JOIN (SELECT arrayJoin(['dropship', 'wholesale']) AS mode) AS modes;

INSERT INTO mart.intake_candidate (marketplace, kind, rank, match_group_id, sku_id, name_zh, name_en, category_id,
    price_from_minor, price_to_minor, currency, reasons, skus, orders, previous_orders, growth, growth_low, growth_high,
    growth_false_share, certain_extra_orders, suppliers, supplier_hhi, forecast_order_share, contribution_median_minor,
    margin_order_lines, watched_skus, out_of_stock_days, lost_sales_units, lost_sales_units_low, lost_sales_units_high,
    score, window_start, window_end, as_of, run_id)
SELECT
    'demo', kind, toInt32(place), concat('g', toString(place)), toString(1000 + place), concat('保温杯 ', toString(place), ' 号'), NULL,
    toString(1 + place % 5), 1990, 5990, 'CNY',
    if(kind = 'widen', 'demand_grows,few_sellers,leaves_margin', 'one_supplier,stock_outs_cost_sales'), 2, 120 - place * 5, 40,
    1.2, 0.4, 2.1, 0.03, 12, if(kind = 'widen', 3, 1), 0.5, 1, 850, 60, 2, 6.5, if(kind = 'widen', NULL, 14.5),
    if(kind = 'widen', NULL, 8), if(kind = 'widen', NULL, 22), NULL, '2026-05-23', '2026-06-19',
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM (SELECT toInt64(number + 1) AS place FROM numbers(8)) AS places
CROSS JOIN (SELECT arrayJoin(['widen', 'second_source']) AS kind) AS kinds;

INSERT INTO mart.intake_cohort (marketplace, week, age_days, arrival, currency, skus, maturity, reason, sold_skus,
    first_sale_share, earlier_first_sale_share, order_lines, units, stocked_skus, stocked_units, sell_through, seller_skus,
    repeat_seller_skus, repeat_share, contribution_minor, settled_share, contribution_per_sku_minor,
    earlier_contribution_per_sku_minor, earlier_cohorts, as_of, run_id)
SELECT
    'demo', toDate('2026-06-15') - 7 * weeks_ago, age_days, 'catalogue', 'CNY', 20 + weeks_ago, if(is_old, 1, 0.4), if(is_old, NULL, 'immature'),
    if(is_old, 15, NULL), if(is_old, 0.55 + 0.02 * weeks_ago, NULL), if(is_old, 0.6, NULL), if(is_old, 80, NULL), if(is_old, 120, NULL),
    if(is_old, 18, NULL), if(is_old, 300, NULL), if(is_old, 120 / 420, NULL), if(is_old, 40, NULL), if(is_old, 12, NULL), if(is_old, 0.3, NULL),
    if(is_old, 64000, NULL), if(is_old, 0.9, NULL), if(is_old, 3200., NULL), if(is_old, 2900., NULL), 5,
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM
(
    SELECT toInt64(number) AS weeks_ago, age_days, 7 * weeks_ago >= age_days AS is_old
    FROM numbers(12) AS weeks
    CROSS JOIN (SELECT toInt32(arrayJoin([7, 30, 60])) AS age_days) AS ages
);

INSERT INTO mart.delist (marketplace, rank, sku_id, name_zh, category_id, supplier_id, currency, arrived_day, age_days,
    listings, recent_order_lines, order_lines, order_line_share, units, sale_revenue_minor, contribution_minor,
    settled_share, cancelled_order_lines, refund_minor, season, season_order_lines, reasons, tail_skus,
    cumulative_order_line_share, cumulative_contribution_minor, window_start, window_end, as_of, run_id)
SELECT
    'demo', toInt32(place), toString(5000 + place), concat('旧款手机壳 ', toString(place), ' 号'), toString(1 + place % 5), toString(1 + place % 40),
    'CNY', toDate('2025-11-01'), 231, place % 3, if(place < 9, 0, 1), intDiv(place, 4), 0.0001 * intDiv(place, 4), intDiv(place, 4),
    1990 * intDiv(place, 4), -120 * (place % 4), 1, place % 2, 0, 'unknown', NULL,
    if(place < 9, 'no_orders,not_listed', 'few_orders,loses_money'), 40, 0.0001 * place, -100 * place, '2026-03-22', '2026-06-19',
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM (SELECT toInt64(number + 1) AS place FROM numbers(25)) AS places;

INSERT INTO mart.alternative (marketplace, sku_id, supplier_id, alternative_sku_id, alternative_supplier_id,
    alternative_supplier_name, rank, advice, reason, at_risk, name_zh, category_id, match_group_id, currency,
    expected_gain_minor, expected_gain_low_minor, expected_gain_high_minor, evidence, tier, stock_units,
    alternative_tier, alternative_stock_units, as_of, run_id)
SELECT
    'demo', toString(1000 + place), toString(1 + place % 40), toString(7000 + place), toString(2 + place % 40),
    concat('佛山家居厂 ', toString(2 + place % 40)), 1, multiIf(place < 5, 'switch', place < 9, 'stand_in', 'not_enough_data'),
    if(place < 9, NULL, 'no_freight'), if(place % 2 = 0, 'stock', 'supplier'), concat('保温杯 ', toString(place), ' 号'), toString(1 + place % 5),
    concat('g', toString(place)), 'CNY', if(place < 9, 240. - 30 * place, NULL), if(place < 9, 180. - 45 * place, NULL),
    if(place < 9, 300. - 15 * place, NULL), if(place < 9, 40, 0), 'C', if(place % 2 = 0, 0, 80), 'B', 120,
    toDateTime64('2026-06-20 06:30:00', 6, 'UTC'), 'run-1'
FROM (SELECT toInt64(number + 1) AS place FROM numbers(12)) AS places;
