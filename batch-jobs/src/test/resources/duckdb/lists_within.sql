WITH
sale AS (SELECT sku_id, day, order_id, mode, quantity, quantity * sale_price_minor AS revenue FROM line WHERE active),
priced AS (
    SELECT sku_id, sum(revenue)::BIGINT // sum(quantity)::BIGINT AS price
    FROM sale, known WHERE day <= today AND day > today - 30 GROUP BY ALL
),
-- Skus that sold in the week before alone: by their price then.
priced_before AS (
    SELECT sku_id, sum(revenue)::BIGINT // sum(quantity)::BIGINT AS price
    FROM sale, known WHERE day <= today - 7 AND day > today - 37 GROUP BY ALL
),
known_sku AS (
    SELECT sku_id, sku.category_id, ship_from_province, coalesce(priced.price, priced_before.price) AS price,
           priced.price IS NOT NULL AS sold
    FROM (SELECT sku_id FROM priced UNION SELECT sku_id FROM priced_before)
    LEFT JOIN priced USING (sku_id) LEFT JOIN priced_before USING (sku_id)
    LEFT JOIN sku USING (sku_id) LEFT JOIN supplier ON supplier.supplier_id = sku.supplier_id
),
listed AS (
    SELECT known_sku.*, 'all' AS list_id FROM known_sku
    UNION ALL
    SELECT known_sku.*, ancestor_id FROM known_sku JOIN ancestor USING (category_id) WHERE ancestor_id IN ('0', '7', '30')
),
quarter AS (
    SELECT list_id, n, price,
           row_number() OVER (PARTITION BY list_id ORDER BY price) AS place
    FROM listed JOIN (SELECT list_id, count(*) AS n FROM listed WHERE sold GROUP BY ALL) USING (list_id) WHERE sold
),
bound AS (
    SELECT list_id,
           max(price) FILTER (WHERE place = ceil(n / 4.0)) AS one_quarter,
           max(price) FILTER (WHERE place = ceil(n / 2.0)) AS half,
           max(price) FILTER (WHERE place = ceil(3 * n / 4.0)) AS three_quarters
    FROM quarter GROUP BY ALL
),
banded AS (
    SELECT listed.*, CASE WHEN price <= one_quarter THEN 1 WHEN price <= half THEN 2 WHEN price <= three_quarters THEN 3 ELSE 4 END AS band
    FROM listed JOIN bound USING (list_id)
),
wanted AS (
    SELECT 'WHOLESALE' AS wanted_by, list_id, sku_id, ['wholesale'] AS modes FROM banded
    UNION ALL SELECT 'SECOND_BAND', list_id, sku_id, ['dropship', 'wholesale', 'sample'] FROM banded WHERE band = 2
    UNION ALL SELECT 'PROVINCE', list_id, sku_id, ['dropship', 'wholesale', 'sample'] FROM banded WHERE ship_from_province = '1'
    UNION ALL SELECT 'ALL_OF_THEM', list_id, sku_id, ['dropship'] FROM banded WHERE ship_from_province = '0' AND band = 3
),
sold AS (
    SELECT wanted_by, list_id, shift, sku_id, count(DISTINCT order_id) AS orders, sum(quantity)::BIGINT AS units,
           sum(revenue)::BIGINT AS revenue
    FROM sale JOIN wanted USING (sku_id), known, (VALUES (0), (1), (7)) AS s(shift)
    WHERE list_contains(modes, mode) AND day <= today - shift AND day > today - shift - 7
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY wanted_by, list_id, shift ORDER BY units DESC, revenue DESC, sku_id) AS rank
    FROM sold
)
SELECT concat_ws('|', now.wanted_by, 7, now.list_id, 'units', now.rank, coalesce(before.rank::VARCHAR, 'null'),
                 coalesce(week.rank::VARCHAR, 'null'), now.sku_id, now.orders, now.units, now.revenue)
FROM ranked AS now
LEFT JOIN ranked AS before
    ON before.shift = 1 AND before.wanted_by = now.wanted_by AND before.list_id = now.list_id AND before.sku_id = now.sku_id
LEFT JOIN ranked AS week
    ON week.shift = 7 AND week.wanted_by = now.wanted_by AND week.list_id = now.list_id AND week.sku_id = now.sku_id
WHERE now.shift = 0 AND now.rank <= 100
