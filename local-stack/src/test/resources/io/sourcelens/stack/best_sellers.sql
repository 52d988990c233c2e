-- Best sellers of one marketplace from the change log itself: newest change per key, days in the marketplace's zone,
-- the category tree walked up, ranks of today's and of yesterday's list. One row per list and rank.
WITH RECURSIVE
zone AS (
    SELECT time_zone FROM raw_marketplace WHERE marketplace = '${marketplace}'
    ORDER BY source_position DESC LIMIT 1
),
lines AS (
    SELECT * FROM raw_order_line WHERE marketplace = '${marketplace}'
    QUALIFY row_number() OVER (PARTITION BY order_line_id ORDER BY source_position DESC) = 1
),
skus AS (
    SELECT * FROM raw_sku WHERE marketplace = '${marketplace}'
    QUALIFY row_number() OVER (PARTITION BY sku_id ORDER BY source_position DESC) = 1
),
categories AS (
    SELECT * FROM raw_category WHERE marketplace = '${marketplace}'
    QUALIFY row_number() OVER (PARTITION BY category_id ORDER BY source_position DESC) = 1
),
ancestors AS (
    SELECT category_id AS leaf, category_id, parent_category_id FROM categories
    UNION ALL
    SELECT leaf, parent.category_id, parent.parent_category_id
    FROM ancestors JOIN categories AS parent ON parent.category_id = ancestors.parent_category_id
),
lists_of_sku AS (
    SELECT sku_id, ancestors.category_id FROM skus JOIN ancestors ON leaf = skus.category_id
    UNION ALL
    SELECT DISTINCT sku_id, 'all' FROM lines
),
today AS (
    SELECT CAST(max(ordered_at) AT TIME ZONE (SELECT time_zone FROM zone) AS DATE) AS day
    FROM raw_order WHERE marketplace = '${marketplace}'
),
sold AS (
    SELECT sku_id, order_id, quantity, quantity * sale_price_minor AS revenue,
           CAST(ordered_at AT TIME ZONE (SELECT time_zone FROM zone) AS DATE) AS day
    FROM lines WHERE status = 'active' AND change_op <> 'd'
),
windows AS (
    SELECT window_days, age, day - age AS last_day
    FROM today, (VALUES (1), (7), (30)) AS w(window_days), (VALUES (0), (1)) AS a(age)
),
counts AS (
    SELECT window_days, age, category_id, sku_id, count(DISTINCT order_id) AS orders, sum(quantity) AS units,
           sum(revenue) AS sale_revenue_minor
    FROM windows JOIN sold ON day > last_day - window_days AND day <= last_day JOIN lists_of_sku USING (sku_id)
    GROUP BY ALL
),
ranked AS (
    SELECT *, 'units' AS ranked_by, row_number() OVER (
        PARTITION BY window_days, age, category_id ORDER BY units DESC, sale_revenue_minor DESC, sku_id) AS rank
    FROM counts
    UNION ALL
    SELECT *, 'revenue' AS ranked_by, row_number() OVER (
        PARTITION BY window_days, age, category_id ORDER BY sale_revenue_minor DESC, units DESC, sku_id) AS rank
    FROM counts
)
SELECT now.window_days, now.category_id, now.ranked_by, now.rank, before.rank AS previous_rank, now.sku_id,
       now.orders, now.units, now.sale_revenue_minor
FROM ranked AS now
LEFT JOIN ranked AS before
    ON before.age = 1 AND before.window_days = now.window_days AND before.category_id = now.category_id
    AND before.ranked_by = now.ranked_by AND before.sku_id = now.sku_id
WHERE now.age = 0 AND now.rank <= 100
ORDER BY now.window_days, now.category_id, now.ranked_by, now.rank
