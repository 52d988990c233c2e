WITH
sale AS (SELECT sku_id, day, order_id, quantity, quantity * sale_price_minor AS revenue FROM line WHERE active),
sold AS (
    SELECT days, shift, sku_id, count(DISTINCT order_id) AS orders, sum(quantity)::BIGINT AS units,
           sum(revenue)::BIGINT AS revenue
    FROM sale, known, (VALUES (1), (7), (30)) AS w(days), (VALUES (0), (1)) AS s(shift)
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
)
SELECT concat_ws('|', now.days, now.category_id, now.ranked_by, now.rank, coalesce(before.rank::VARCHAR, 'null'),
                 now.sku_id, now.orders, now.units, now.revenue)
FROM ranked AS now
LEFT JOIN ranked AS before
    ON before.shift = 1 AND before.days = now.days AND before.category_id = now.category_id
    AND before.ranked_by = now.ranked_by AND before.sku_id = now.sku_id
WHERE now.shift = 0 AND now.rank <= 100
