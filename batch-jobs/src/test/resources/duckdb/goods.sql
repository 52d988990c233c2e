WITH
sold AS (
    SELECT sku_id, date_diff('day', day, today) <= 28 AS newest, seller_id, day, count(DISTINCT order_id) AS orders
    FROM line, known
    WHERE active AND day < today AND day >= today - 56
    GROUP BY ALL
),
supplied AS (SELECT match_group_id, count(DISTINCT supplier_id) AS suppliers FROM sku GROUP BY ALL)
SELECT concat_ws('|', match_group_id, count(DISTINCT sku_id), coalesce(sum(orders) FILTER (WHERE newest), 0)::BIGINT,
                 coalesce(sum(orders) FILTER (WHERE NOT newest), 0)::BIGINT, any_value(suppliers))
FROM sold JOIN sku USING (sku_id) JOIN supplied USING (match_group_id)
GROUP BY match_group_id
