-- How suppliers fulfil, and the defects to be expected of them, for analysts and managers.

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
    defect_reported,
    defect_rate_expected,
    defect_rate_expected_low,
    defect_rate_expected_high,
    as_of,
    run_id
FROM mart.supplier_scorecard;

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
    supplier_scorecard.defect_reported AS defect_reported,
    supplier_scorecard.defect_rate_expected AS defect_rate_expected,
    supplier_scorecard.defect_rate_expected_low AS defect_rate_expected_low,
    supplier_scorecard.defect_rate_expected_high AS defect_rate_expected_high,
    supplier_scorecard.as_of AS as_of,
    supplier_scorecard.run_id AS run_id
FROM mart.supplier_scorecard AS supplier_scorecard
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_scorecard.marketplace
LEFT JOIN mart.category AS category
    ON category.marketplace = supplier_scorecard.marketplace AND category.category_id = supplier_scorecard.category_id;
