-- Best sellers with their ranks a week before, and the same goods from several suppliers as one.

CREATE OR REPLACE VIEW api.best_sellers DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    window_days,
    category_id,
    category_level,
    ranked_by,
    rank,
    previous_rank,
    sku_id,
    name_zh,
    name_en,
    match_group_id,
    supplier_id,
    currency,
    orders,
    units,
    sale_revenue_minor,
    window_start,
    window_end,
    maturity,
    previous_week_rank,
    days_on_list,
    first_seen_day,
    as_of,
    run_id
FROM mart.best_sellers;

CREATE OR REPLACE VIEW superset.best_sellers DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    best_sellers.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    best_sellers.window_days AS window_days,
    best_sellers.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    best_sellers.category_level AS category_level,
    best_sellers.ranked_by AS ranked_by,
    best_sellers.rank AS rank,
    best_sellers.previous_rank AS previous_rank,
    best_sellers.sku_id AS sku_id,
    best_sellers.name_zh AS name_zh,
    best_sellers.name_en AS name_en,
    best_sellers.match_group_id AS match_group_id,
    best_sellers.supplier_id AS supplier_id,
    best_sellers.currency AS currency,
    best_sellers.orders AS orders,
    best_sellers.units AS units,
    best_sellers.sale_revenue_minor AS sale_revenue_minor,
    best_sellers.window_start AS window_start,
    best_sellers.window_end AS window_end,
    best_sellers.maturity AS maturity,
    best_sellers.previous_week_rank AS previous_week_rank,
    best_sellers.days_on_list AS days_on_list,
    best_sellers.first_seen_day AS first_seen_day,
    best_sellers.as_of AS as_of,
    best_sellers.run_id AS run_id
FROM mart.best_sellers AS best_sellers
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = best_sellers.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = best_sellers.marketplace AND category.category_id = best_sellers.category_id;

CREATE OR REPLACE VIEW api.best_match_groups DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    window_days,
    category_id,
    category_level,
    ranked_by,
    rank,
    previous_rank,
    previous_week_rank,
    days_on_list,
    match_group_id,
    name_zh,
    name_en,
    skus,
    suppliers,
    currency,
    orders,
    units,
    sale_revenue_minor,
    window_start,
    window_end,
    maturity,
    as_of,
    run_id
FROM mart.best_match_groups;

CREATE OR REPLACE VIEW superset.best_match_groups DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    best_match_groups.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    best_match_groups.window_days AS window_days,
    best_match_groups.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    best_match_groups.category_level AS category_level,
    best_match_groups.ranked_by AS ranked_by,
    best_match_groups.rank AS rank,
    best_match_groups.previous_rank AS previous_rank,
    best_match_groups.previous_week_rank AS previous_week_rank,
    best_match_groups.days_on_list AS days_on_list,
    best_match_groups.match_group_id AS match_group_id,
    best_match_groups.name_zh AS name_zh,
    best_match_groups.name_en AS name_en,
    best_match_groups.skus AS skus,
    best_match_groups.suppliers AS suppliers,
    best_match_groups.currency AS currency,
    best_match_groups.orders AS orders,
    best_match_groups.units AS units,
    best_match_groups.sale_revenue_minor AS sale_revenue_minor,
    best_match_groups.window_start AS window_start,
    best_match_groups.window_end AS window_end,
    best_match_groups.maturity AS maturity,
    best_match_groups.as_of AS as_of,
    best_match_groups.run_id AS run_id
FROM mart.best_match_groups AS best_match_groups
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = best_match_groups.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = best_match_groups.marketplace AND category.category_id = best_match_groups.category_id;
