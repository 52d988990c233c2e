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
