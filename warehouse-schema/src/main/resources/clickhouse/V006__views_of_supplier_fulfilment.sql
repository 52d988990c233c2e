-- How suppliers fulfil, for analysts and managers.

CREATE OR REPLACE VIEW api.supplier_fulfilment DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    supplier_name,
    category_id,
    window_days,
    measure,
    unit,
    estimate,
    estimate_low,
    estimate_high,
    observed,
    expected,
    evidence,
    events,
    censored,
    cancelled,
    maturity,
    reason,
    as_of,
    run_id
FROM mart.supplier_fulfilment;

CREATE OR REPLACE VIEW superset.supplier_fulfilment DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_fulfilment.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_fulfilment.supplier_id AS supplier_id,
    supplier_fulfilment.supplier_name AS supplier_name,
    supplier_fulfilment.category_id AS category_id,
    category.name_zh AS category_name_zh,
    category.name_en AS category_name_en,
    supplier_fulfilment.window_days AS window_days,
    supplier_fulfilment.measure AS measure,
    supplier_fulfilment.unit AS unit,
    supplier_fulfilment.estimate AS estimate,
    supplier_fulfilment.estimate_low AS estimate_low,
    supplier_fulfilment.estimate_high AS estimate_high,
    supplier_fulfilment.observed AS observed,
    supplier_fulfilment.expected AS expected,
    supplier_fulfilment.evidence AS evidence,
    supplier_fulfilment.events AS events,
    supplier_fulfilment.censored AS censored,
    supplier_fulfilment.cancelled AS cancelled,
    supplier_fulfilment.maturity AS maturity,
    supplier_fulfilment.reason AS reason,
    supplier_fulfilment.as_of AS as_of,
    supplier_fulfilment.run_id AS run_id
FROM mart.supplier_fulfilment AS supplier_fulfilment
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_fulfilment.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = supplier_fulfilment.marketplace AND category.category_id = supplier_fulfilment.category_id;
