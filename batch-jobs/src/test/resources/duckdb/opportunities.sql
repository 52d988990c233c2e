WITH
sold AS (
    SELECT sku_id, date_diff('day', day, today) <= 28 AS newest, seller_id, day, count(DISTINCT order_id) AS orders,
           sum(quantity)::BIGINT AS units
    FROM line, known
    WHERE active AND day < today AND day >= today - 56
    GROUP BY ALL
),
listed AS (
    SELECT *, 'all' AS category_id FROM sold
    UNION ALL
    SELECT sold.*, ancestor_id FROM sold JOIN sku USING (sku_id) JOIN ancestor USING (category_id)
)
SELECT concat_ws('|', category_id, count(DISTINCT sku_id), coalesce(sum(orders) FILTER (WHERE newest), 0)::BIGINT,
                 coalesce(sum(orders) FILTER (WHERE NOT newest), 0)::BIGINT, coalesce(sum(units) FILTER (WHERE newest), 0)::BIGINT,
                 coalesce(sum(units) FILTER (WHERE NOT newest), 0)::BIGINT)
FROM listed GROUP BY category_id
