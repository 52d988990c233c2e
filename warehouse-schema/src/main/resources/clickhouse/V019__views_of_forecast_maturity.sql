-- What is to be expected of suppliers, and how much of what will be known of the evidence is known.

CREATE OR REPLACE VIEW api.supplier_forecast DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    supplier_name,
    target,
    horizon_days,
    probability,
    rate_low,
    rate_high,
    parcels_expected,
    parcels_due,
    parcels_late,
    maturity,
    evidence_days,
    reason,
    as_of,
    run_id
FROM mart.supplier_forecast;

CREATE OR REPLACE VIEW superset.supplier_forecast DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_forecast.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_forecast.supplier_id AS supplier_id,
    supplier_forecast.supplier_name AS supplier_name,
    supplier_forecast.target AS target,
    supplier_forecast.horizon_days AS horizon_days,
    supplier_forecast.probability AS probability,
    supplier_forecast.rate_low AS rate_low,
    supplier_forecast.rate_high AS rate_high,
    supplier_forecast.parcels_expected AS parcels_expected,
    supplier_forecast.parcels_due AS parcels_due,
    supplier_forecast.parcels_late AS parcels_late,
    supplier_forecast.maturity AS maturity,
    supplier_forecast.evidence_days AS evidence_days,
    supplier_forecast.reason AS reason,
    supplier_forecast.as_of AS as_of,
    supplier_forecast.run_id AS run_id
FROM mart.supplier_forecast AS supplier_forecast
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_forecast.marketplace;
