-- Categories of a window that ends now, and their places in the one before it.
-- What both windows sold less what this one sold is what the one before sold: units and revenue add up.
WITH
    sold AS (
        SELECT * FROM api.live_category(marketplace = :marketplace, window_start = :window_start)
        WHERE units > 0 AND category_level = :category_level
    ),
    before AS (
        SELECT
            longer.category_id AS id,
            row_number() OVER (
                ORDER BY
                    longer.units - sold.units DESC,
                    longer.sale_revenue_minor - sold.sale_revenue_minor DESC,
                    longer.category_id
            ) AS place
        FROM api.live_category(marketplace = :marketplace, window_start = :previous_start) AS longer
        LEFT JOIN sold ON sold.category_id = longer.category_id
        WHERE longer.units > sold.units AND longer.category_level = :category_level
    )
SELECT
    row_number() OVER (ORDER BY sold.units DESC, sold.sale_revenue_minor DESC, sold.category_id) AS rank,
    nullIf(before.place, 0) AS previous_rank,
    NULL AS sku_id,
    sold.category_id AS category_id,
    sold.name_zh AS name_zh,
    sold.name_en AS name_en,
    NULL AS supplier_id,
    NULL AS match_group_id,
    sold.orders AS orders,
    sold.buyers AS buyers,
    sold.units AS units,
    sold.sale_revenue_minor AS sale_revenue_minor,
    sold.as_of AS as_of,
    if(sold.as_of > toDateTime64(:window_end, 6, 'UTC'), 0,
        dateDiff('microsecond', sold.as_of, toDateTime64(:window_end, 6, 'UTC'))) / 1000000 AS age_seconds
FROM sold
LEFT JOIN before ON before.id = sold.category_id
ORDER BY rank
LIMIT :limit
