-- How good lists and forecasts have been; nothing in it is of one seller.

CREATE OR REPLACE VIEW api.track_record DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    subject,
    target,
    horizon_days,
    method,
    metric,
    origins,
    forecasts,
    value,
    value_low,
    value_high,
    lift,
    lift_low,
    lift_high,
    reason,
    first_origin,
    last_origin,
    step_days,
    as_of,
    run_id
FROM mart.track_record;

CREATE OR REPLACE VIEW superset.track_record DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    track_record.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    track_record.subject AS subject,
    track_record.target AS target,
    track_record.horizon_days AS horizon_days,
    track_record.method AS method,
    track_record.metric AS metric,
    track_record.origins AS origins,
    track_record.forecasts AS forecasts,
    track_record.value AS value,
    track_record.value_low AS value_low,
    track_record.value_high AS value_high,
    track_record.lift AS lift,
    track_record.lift_low AS lift_low,
    track_record.lift_high AS lift_high,
    track_record.reason AS reason,
    track_record.first_origin AS first_origin,
    track_record.last_origin AS last_origin,
    track_record.step_days AS step_days,
    track_record.as_of AS as_of,
    track_record.run_id AS run_id
FROM mart.track_record AS track_record
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = track_record.marketplace;
