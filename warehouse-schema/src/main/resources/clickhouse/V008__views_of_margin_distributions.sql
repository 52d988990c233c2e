-- What order lines of a sku leave, and how it is spread, for analysts and managers: of all sellers together.

CREATE OR REPLACE VIEW api.margin_distribution DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    sku_id,
    supplier_id,
    settlement,
    name_zh,
    name_en,
    category_id,
    window_start,
    window_end,
    currency,
    order_lines,
    cancelled_order_lines,
    order_days,
    contribution_minor,
    contribution_mean_minor,
    contribution_mean_low_minor,
    contribution_mean_high_minor,
    contribution_p10_minor,
    contribution_median_minor,
    contribution_p90_minor,
    loss_lines,
    loss_rate_raw,
    loss_probability,
    loss_probability_low,
    loss_probability_high,
    reason,
    maturity,
    as_of,
    run_id
FROM mart.margin_distribution;

CREATE OR REPLACE VIEW superset.margin_distribution DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    margin_distribution.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    margin_distribution.sku_id AS sku_id,
    margin_distribution.supplier_id AS supplier_id,
    margin_distribution.settlement AS settlement,
    margin_distribution.name_zh AS name_zh,
    margin_distribution.name_en AS name_en,
    margin_distribution.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    margin_distribution.window_start AS window_start,
    margin_distribution.window_end AS window_end,
    margin_distribution.currency AS currency,
    margin_distribution.order_lines AS order_lines,
    margin_distribution.cancelled_order_lines AS cancelled_order_lines,
    margin_distribution.order_days AS order_days,
    margin_distribution.contribution_minor AS contribution_minor,
    margin_distribution.contribution_mean_minor AS contribution_mean_minor,
    margin_distribution.contribution_mean_low_minor AS contribution_mean_low_minor,
    margin_distribution.contribution_mean_high_minor AS contribution_mean_high_minor,
    margin_distribution.contribution_p10_minor AS contribution_p10_minor,
    margin_distribution.contribution_median_minor AS contribution_median_minor,
    margin_distribution.contribution_p90_minor AS contribution_p90_minor,
    margin_distribution.loss_lines AS loss_lines,
    margin_distribution.loss_rate_raw AS loss_rate_raw,
    margin_distribution.loss_probability AS loss_probability,
    margin_distribution.loss_probability_low AS loss_probability_low,
    margin_distribution.loss_probability_high AS loss_probability_high,
    margin_distribution.reason AS reason,
    margin_distribution.maturity AS maturity,
    margin_distribution.as_of AS as_of,
    margin_distribution.run_id AS run_id
FROM mart.margin_distribution AS margin_distribution
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = margin_distribution.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = margin_distribution.marketplace AND category.category_id = margin_distribution.category_id;
