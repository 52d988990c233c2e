-- What is expected to sell more than usual, how surprising that is, and whether it was sold out; nothing in it is of one seller.

CREATE OR REPLACE VIEW api.trending DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    category_id,
    rank,
    sku_id,
    name_zh,
    name_en,
    match_group_id,
    supplier_id,
    orders,
    sold_out_days,
    mean_weekly_orders,
    expected_orders,
    expected_orders_low,
    expected_orders_high,
    buyers,
    breadth,
    score,
    p_value,
    q_value,
    stage,
    sellers,
    saturation,
    window_start,
    window_end,
    as_of,
    run_id
FROM mart.trending;

CREATE OR REPLACE VIEW superset.trending DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    trending.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    trending.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    trending.rank AS rank,
    trending.sku_id AS sku_id,
    trending.name_zh AS name_zh,
    trending.name_en AS name_en,
    trending.match_group_id AS match_group_id,
    trending.supplier_id AS supplier_id,
    trending.orders AS orders,
    trending.sold_out_days AS sold_out_days,
    trending.mean_weekly_orders AS mean_weekly_orders,
    trending.expected_orders AS expected_orders,
    trending.expected_orders_low AS expected_orders_low,
    trending.expected_orders_high AS expected_orders_high,
    trending.buyers AS buyers,
    trending.breadth AS breadth,
    trending.score AS score,
    trending.p_value AS p_value,
    trending.q_value AS q_value,
    trending.stage AS stage,
    trending.sellers AS sellers,
    trending.saturation AS saturation,
    trending.window_start AS window_start,
    trending.window_end AS window_end,
    trending.as_of AS as_of,
    trending.run_id AS run_id
FROM mart.trending AS trending
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = trending.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = trending.marketplace AND category.category_id = trending.category_id;
