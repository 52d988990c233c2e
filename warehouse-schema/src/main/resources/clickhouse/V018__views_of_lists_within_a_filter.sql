-- What every sku sold, and lists of best sellers that are ranked within a filter, for every reader.

CREATE OR REPLACE VIEW api.sku_sales DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    window_days,
    mode,
    sku_id,
    name_zh,
    name_en,
    match_group_id,
    category_id,
    supplier_id,
    ship_from_province,
    first_seen_day,
    currency,
    orders,
    units,
    sale_revenue_minor,
    previous_units,
    previous_sale_revenue_minor,
    previous_week_units,
    previous_week_sale_revenue_minor,
    window_start,
    window_end,
    maturity,
    as_of,
    run_id
FROM mart.sku_sales;

CREATE OR REPLACE VIEW superset.sku_sales DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    sku_sales.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    sku_sales.window_days AS window_days,
    sku_sales.mode AS mode,
    sku_sales.sku_id AS sku_id,
    sku_sales.name_zh AS name_zh,
    sku_sales.name_en AS name_en,
    sku_sales.match_group_id AS match_group_id,
    sku_sales.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    sku_sales.supplier_id AS supplier_id,
    sku_sales.ship_from_province AS ship_from_province,
    sku_sales.first_seen_day AS first_seen_day,
    sku_sales.currency AS currency,
    sku_sales.orders AS orders,
    sku_sales.units AS units,
    sku_sales.sale_revenue_minor AS sale_revenue_minor,
    sku_sales.previous_units AS previous_units,
    sku_sales.previous_sale_revenue_minor AS previous_sale_revenue_minor,
    sku_sales.previous_week_units AS previous_week_units,
    sku_sales.previous_week_sale_revenue_minor AS previous_week_sale_revenue_minor,
    sku_sales.window_start AS window_start,
    sku_sales.window_end AS window_end,
    sku_sales.maturity AS maturity,
    sku_sales.as_of AS as_of,
    sku_sales.run_id AS run_id
FROM mart.sku_sales AS sku_sales
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = sku_sales.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = sku_sales.marketplace AND category.category_id = sku_sales.category_id;

-- Skus of a category, at every level or all, with what they are filtered by. The price is the mean of 30 days, for a sku that
-- sold in none of them of those a week before; price bands are quarters of the skus that sold in the 30 days, those of one
-- price are in one band. The tier is that of the supplier in all categories over 90 days.
CREATE OR REPLACE VIEW api.filterable_sku DEFINER = writer SQL SECURITY DEFINER AS
WITH RECURSIVE
    within_category AS (
        SELECT category_id, 1 AS depth
        FROM mart.category
        WHERE marketplace = {marketplace:String} AND category_id = {category_id:String}
        UNION ALL
        SELECT below.category_id, above.depth + 1
        FROM mart.category AS below
        INNER JOIN within_category AS above ON below.parent_category_id = above.category_id
        -- A tree that leads back ends here.
        WHERE below.marketplace = {marketplace:String} AND above.depth < 20
    ),
    sku AS (
        SELECT
            sku_id,
            max(sku_sales.supplier_id) AS supplier_id,
            max(sku_sales.ship_from_province) AS ship_from_province,
            max(sku_sales.first_seen_day) AS first_seen_day,
            sum(units) > 0 AS is_sold,
            if(
                is_sold,
                intDiv(sum(sale_revenue_minor), sum(units)),
                intDivOrZero(sum(previous_week_sale_revenue_minor), sum(previous_week_units))
            ) AS price_minor
        FROM mart.sku_sales AS sku_sales
        WHERE marketplace = {marketplace:String} AND window_days = 30
            AND ({category_id:String} = 'all' OR category_id IN (SELECT category_id FROM within_category))
        GROUP BY sku_id
    ),
    quarter AS (
        SELECT
            arraySort(groupArrayIf(price_minor, is_sold)) AS prices,
            prices[intDiv(length(prices) + 3, 4)] AS first_minor,
            prices[intDiv(2 * length(prices) + 3, 4)] AS second_minor,
            prices[intDiv(3 * length(prices) + 3, 4)] AS third_minor
        FROM sku
    ),
    tier AS (
        SELECT supplier_id, tier
        FROM mart.supplier_score
        WHERE marketplace = {marketplace:String} AND category_id = 'all' AND window_days = 90
    )
SELECT
    sku.sku_id AS sku_id,
    sku.supplier_id AS supplier_id,
    sku.ship_from_province AS ship_from_province,
    sku.first_seen_day AS first_seen_day,
    sku.price_minor AS price_minor,
    toInt32(1
        + (sku.price_minor > quarter.first_minor)
        + (sku.price_minor > quarter.second_minor)
        + (sku.price_minor > quarter.third_minor)) AS price_band,
    if(sku.supplier_id IS NULL, NULL, if(tier.tier = '', 'unrated', tier.tier)) AS tier
FROM sku
CROSS JOIN quarter
LEFT JOIN tier ON tier.supplier_id = sku.supplier_id;

-- The list of best sellers within a filter; an empty text and 0 filter nothing. Without any it is that of best_sellers.
CREATE OR REPLACE VIEW api.best_sellers_within DEFINER = writer SQL SECURITY DEFINER AS
WITH
    wanted AS (
        SELECT *
        FROM api.filterable_sku(marketplace = {marketplace:String}, category_id = {category_id:String})
        WHERE ({price_band:Int32} = 0 OR price_band = {price_band:Int32})
            AND ({ship_from_province:String} = '' OR ship_from_province = {ship_from_province:String})
            AND ({tier:String} = '' OR tier = {tier:String})
    ),
    sales AS (
        SELECT
            sku_id,
            max(sku_sales.name_zh) AS name_zh,
            max(sku_sales.name_en) AS name_en,
            max(sku_sales.match_group_id) AS match_group_id,
            max(sku_sales.supplier_id) AS supplier_id,
            max(sku_sales.first_seen_day) AS first_seen_day,
            sum(sku_sales.orders) AS orders,
            sum(sku_sales.units) AS units,
            sum(sku_sales.sale_revenue_minor) AS sale_revenue_minor,
            sum(sku_sales.previous_units) AS previous_units,
            sum(sku_sales.previous_sale_revenue_minor) AS previous_sale_revenue_minor,
            sum(sku_sales.previous_week_units) AS previous_week_units,
            sum(sku_sales.previous_week_sale_revenue_minor) AS previous_week_sale_revenue_minor,
            max(sku_sales.window_end) AS window_end,
            max(sku_sales.maturity) AS maturity,
            max(sku_sales.as_of) AS as_of,
            max(sku_sales.run_id) AS run_id
        FROM mart.sku_sales AS sku_sales
        WHERE marketplace = {marketplace:String} AND window_days = {window_days:Int32}
            AND ({mode:String} = '' OR mode = {mode:String})
            AND sku_id IN (SELECT sku_id FROM wanted)
        GROUP BY sku_id
        HAVING {arrived_within_days:Int32} = 0 OR first_seen_day > window_end - {arrived_within_days:Int32}
    ),
    ranked AS (
        SELECT
            *,
            {ranked_by:String} = 'units' AS is_by_units,
            row_number() OVER (ORDER BY if(is_by_units, units, sale_revenue_minor) DESC,
                if(is_by_units, sale_revenue_minor, units) DESC, sku_id) AS place,
            row_number() OVER (ORDER BY if(is_by_units, previous_units, previous_sale_revenue_minor) DESC,
                if(is_by_units, previous_sale_revenue_minor, previous_units) DESC, sku_id) AS previous_place,
            row_number() OVER (ORDER BY if(is_by_units, previous_week_units, previous_week_sale_revenue_minor) DESC,
                if(is_by_units, previous_week_sale_revenue_minor, previous_week_units) DESC, sku_id) AS previous_week_place
        FROM sales
    )
SELECT
    toInt32(place) AS rank,
    if(previous_units > 0, toInt32(previous_place), NULL) AS previous_rank,
    if(previous_week_units > 0, toInt32(previous_week_place), NULL) AS previous_week_rank,
    sku_id,
    name_zh,
    name_en,
    match_group_id,
    supplier_id,
    first_seen_day,
    orders,
    units,
    sale_revenue_minor,
    window_end,
    maturity,
    as_of,
    run_id
FROM ranked
WHERE units > 0;
