-- Skus of a window that ends now, and their places in the one before it.
-- What both windows sold less what this one sold is what the one before sold: units and revenue add up.
WITH
    sold AS (
        SELECT * FROM api.live_sku(marketplace = :marketplace, window_start = :window_start)
        WHERE units > 0
    ),
    before AS (
        SELECT
            longer.sku_id AS id,
            row_number() OVER (
                ORDER BY
                    longer.units - sold.units DESC,
                    longer.sale_revenue_minor - sold.sale_revenue_minor DESC,
                    longer.sku_id
            ) AS place
        FROM api.live_sku(marketplace = :marketplace, window_start = :previous_start) AS longer
        LEFT JOIN sold ON sold.sku_id = longer.sku_id
        WHERE longer.units > sold.units
    )
SELECT
    row_number() OVER (ORDER BY sold.units DESC, sold.sale_revenue_minor DESC, sold.sku_id) AS rank,
    nullIf(before.place, 0) AS previous_rank,
    sold.sku_id AS sku_id,
    sold.category_id AS category_id,
    sold.name_zh AS name_zh,
    sold.name_en AS name_en,
    sold.supplier_id AS supplier_id,
    sold.match_group_id AS match_group_id,
    sold.orders AS orders,
    sold.buyers AS buyers,
    sold.units AS units,
    sold.sale_revenue_minor AS sale_revenue_minor,
    sold.as_of AS as_of,
    if(sold.as_of > toDateTime64(:window_end, 6, 'UTC'), 0,
        dateDiff('microsecond', sold.as_of, toDateTime64(:window_end, 6, 'UTC'))) / 1000000 AS age_seconds
FROM sold
LEFT JOIN before ON before.id = sold.sku_id
ORDER BY rank
LIMIT :limit
