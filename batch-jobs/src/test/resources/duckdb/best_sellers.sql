WITH
sale AS (SELECT sku_id, day, order_id, quantity, quantity * sale_price_minor AS revenue FROM line WHERE active),
sold AS (
    SELECT days, shift, sku_id, count(DISTINCT order_id) AS orders, sum(quantity)::BIGINT AS units,
           sum(revenue)::BIGINT AS revenue
    FROM sale, known, (VALUES (1), (7), (30)) AS w(days), (SELECT CAST(range AS INTEGER) AS shift FROM range(8)) AS s
    WHERE day <= today - shift AND day > today - shift - days
    GROUP BY ALL
),
listed AS (
    SELECT sold.*, 'all' AS category_id FROM sold
    UNION ALL
    SELECT sold.*, ancestor_id FROM sold JOIN sku USING (sku_id) JOIN ancestor USING (category_id)
),
ranked AS (
    SELECT *, 'units' AS ranked_by,
           row_number() OVER (PARTITION BY days, shift, category_id ORDER BY units DESC, revenue DESC, sku_id) AS rank
    FROM listed
    UNION ALL
    SELECT *, 'revenue',
           row_number() OVER (PARTITION BY days, shift, category_id ORDER BY revenue DESC, units DESC, sku_id)
    FROM listed
),
listed_on AS (
    SELECT days, category_id, ranked_by, sku_id, list(shift ORDER BY shift) AS shifts FROM ranked WHERE rank <= 100 GROUP BY ALL
)
SELECT concat_ws('|', now.days, now.category_id, now.ranked_by, now.rank, coalesce(before.rank::VARCHAR, 'null'),
                 coalesce(week.rank::VARCHAR, 'null'),
                 len(list_filter(range(8), lambda s: list_has_all(shifts, range(s + 1)))),
                 now.sku_id, now.orders, now.units, now.revenue)
FROM ranked AS now
JOIN listed_on USING (days, category_id, ranked_by, sku_id)
LEFT JOIN ranked AS before
    ON before.shift = 1 AND before.days = now.days AND before.category_id = now.category_id
    AND before.ranked_by = now.ranked_by AND before.sku_id = now.sku_id
LEFT JOIN ranked AS week
    ON week.shift = 7 AND week.days = now.days AND week.category_id = now.category_id
    AND week.ranked_by = now.ranked_by AND week.sku_id = now.sku_id
WHERE now.shift = 0 AND now.rank <= 100
