-- What readers see. Views run with the writer's rights, because readers have none on the tables beneath.

CREATE OR REPLACE VIEW api.marketplace DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    name,
    currency,
    time_zone,
    as_of,
    run_id
FROM mart.marketplace;

CREATE OR REPLACE VIEW api.category DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    category_id,
    parent_category_id,
    level,
    name_zh,
    name_en,
    as_of,
    run_id
FROM mart.category;

CREATE OR REPLACE VIEW api.freshness DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    entity,
    current_rows,
    rejected_records,
    latest_source_time,
    latest_ingested_at,
    as_of,
    run_id
FROM mart.freshness;

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
    as_of,
    run_id
FROM mart.best_sellers;

CREATE OR REPLACE VIEW api.supplier_scorecard DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    supplier_name,
    category_id,
    window_days,
    parcels_due,
    parcels_late,
    parcels_not_scanned,
    late_dispatch_rate_raw,
    late_dispatch_rate,
    late_dispatch_rate_low,
    late_dispatch_rate_high,
    order_lines,
    defect_lines,
    defect_rate_raw,
    defect_rate,
    defect_rate_low,
    defect_rate_high,
    maturity,
    as_of,
    run_id
FROM mart.supplier_scorecard;

CREATE OR REPLACE VIEW api.refresh_run DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    run_id,
    mart,
    started_at,
    finished_at,
    status,
    reason,
    input_snapshots,
    rows_in,
    rows_out,
    checks
FROM mart.refresh_run;

-- One seller's margin. Leaving out the seller is an error, so nobody can forget the clause.
CREATE OR REPLACE VIEW api.seller_margin DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    sku_id,
    name_zh,
    name_en,
    category_id,
    supplier_id,
    day,
    week,
    month,
    currency,
    order_lines,
    cancelled_order_lines,
    units,
    sale_revenue_minor,
    supply_cost_minor,
    freight_minor,
    platform_fee_minor,
    payment_fee_minor,
    promotion_minor,
    refund_minor,
    return_reship_freight_minor,
    contribution_minor,
    settled_order_lines,
    maturity,
    as_of,
    run_id
FROM mart.margin_sku_seller_day
WHERE marketplace = {marketplace:String} AND seller_id = {seller_id:String};

-- For analysts and managers: nothing of one seller.
CREATE OR REPLACE VIEW superset.marketplace DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    name,
    currency,
    time_zone,
    as_of,
    run_id
FROM mart.marketplace;

CREATE OR REPLACE VIEW superset.category DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    category_id,
    parent_category_id,
    level,
    name_zh,
    name_en,
    as_of,
    run_id
FROM mart.category;

CREATE OR REPLACE VIEW superset.freshness DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    entity,
    current_rows,
    rejected_records,
    latest_source_time,
    latest_ingested_at,
    as_of,
    run_id
FROM mart.freshness;

CREATE OR REPLACE VIEW superset.refresh_run DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    run_id,
    mart,
    started_at,
    finished_at,
    status,
    reason,
    input_snapshots,
    rows_in,
    rows_out,
    checks
FROM mart.refresh_run;

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
    best_sellers.as_of AS as_of,
    best_sellers.run_id AS run_id
FROM mart.best_sellers AS best_sellers
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = best_sellers.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = best_sellers.marketplace AND category.category_id = best_sellers.category_id;

CREATE OR REPLACE VIEW superset.supplier_scorecard DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_scorecard.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_scorecard.supplier_id AS supplier_id,
    supplier_scorecard.supplier_name AS supplier_name,
    supplier_scorecard.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    supplier_scorecard.window_days AS window_days,
    supplier_scorecard.parcels_due AS parcels_due,
    supplier_scorecard.parcels_late AS parcels_late,
    supplier_scorecard.parcels_not_scanned AS parcels_not_scanned,
    supplier_scorecard.late_dispatch_rate_raw AS late_dispatch_rate_raw,
    supplier_scorecard.late_dispatch_rate AS late_dispatch_rate,
    supplier_scorecard.late_dispatch_rate_low AS late_dispatch_rate_low,
    supplier_scorecard.late_dispatch_rate_high AS late_dispatch_rate_high,
    supplier_scorecard.order_lines AS order_lines,
    supplier_scorecard.defect_lines AS defect_lines,
    supplier_scorecard.defect_rate_raw AS defect_rate_raw,
    supplier_scorecard.defect_rate AS defect_rate,
    supplier_scorecard.defect_rate_low AS defect_rate_low,
    supplier_scorecard.defect_rate_high AS defect_rate_high,
    supplier_scorecard.maturity AS maturity,
    supplier_scorecard.as_of AS as_of,
    supplier_scorecard.run_id AS run_id
FROM mart.supplier_scorecard AS supplier_scorecard
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_scorecard.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = supplier_scorecard.marketplace AND category.category_id = supplier_scorecard.category_id;

-- For the user superset_seller alone; the guest's row filter on seller_id stands on top.
CREATE OR REPLACE VIEW superset.seller_margin DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    margin_sku_seller_day.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    margin_sku_seller_day.seller_id AS seller_id,
    margin_sku_seller_day.sku_id AS sku_id,
    margin_sku_seller_day.name_zh AS name_zh,
    margin_sku_seller_day.name_en AS name_en,
    margin_sku_seller_day.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    margin_sku_seller_day.supplier_id AS supplier_id,
    margin_sku_seller_day.day AS day,
    margin_sku_seller_day.week AS week,
    margin_sku_seller_day.month AS month,
    margin_sku_seller_day.currency AS currency,
    margin_sku_seller_day.order_lines AS order_lines,
    margin_sku_seller_day.cancelled_order_lines AS cancelled_order_lines,
    margin_sku_seller_day.units AS units,
    margin_sku_seller_day.sale_revenue_minor AS sale_revenue_minor,
    margin_sku_seller_day.supply_cost_minor AS supply_cost_minor,
    margin_sku_seller_day.freight_minor AS freight_minor,
    margin_sku_seller_day.platform_fee_minor AS platform_fee_minor,
    margin_sku_seller_day.payment_fee_minor AS payment_fee_minor,
    margin_sku_seller_day.promotion_minor AS promotion_minor,
    margin_sku_seller_day.refund_minor AS refund_minor,
    margin_sku_seller_day.return_reship_freight_minor AS return_reship_freight_minor,
    margin_sku_seller_day.contribution_minor AS contribution_minor,
    margin_sku_seller_day.settled_order_lines AS settled_order_lines,
    margin_sku_seller_day.maturity AS maturity,
    margin_sku_seller_day.as_of AS as_of,
    margin_sku_seller_day.run_id AS run_id
FROM mart.margin_sku_seller_day AS margin_sku_seller_day
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = margin_sku_seller_day.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = margin_sku_seller_day.marketplace AND category.category_id = margin_sku_seller_day.category_id;
