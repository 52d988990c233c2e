-- When suppliers became worse or better, for analysts and managers.

CREATE OR REPLACE VIEW api.supplier_change DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    supplier_name,
    target,
    alarm,
    direction,
    since_day,
    since_day_low,
    since_day_high,
    by_chance,
    false_alarm_share,
    weeks,
    counted_before,
    events_before,
    expected_before,
    counted_since,
    events_since,
    expected_since,
    last_day,
    reason,
    as_of,
    run_id
FROM mart.supplier_change;

CREATE OR REPLACE VIEW superset.supplier_change DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_change.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_change.supplier_id AS supplier_id,
    supplier_change.supplier_name AS supplier_name,
    supplier_change.target AS target,
    supplier_change.alarm AS alarm,
    supplier_change.direction AS direction,
    supplier_change.since_day AS since_day,
    supplier_change.since_day_low AS since_day_low,
    supplier_change.since_day_high AS since_day_high,
    supplier_change.by_chance AS by_chance,
    supplier_change.false_alarm_share AS false_alarm_share,
    supplier_change.weeks AS weeks,
    supplier_change.counted_before AS counted_before,
    supplier_change.events_before AS events_before,
    supplier_change.expected_before AS expected_before,
    supplier_change.counted_since AS counted_since,
    supplier_change.events_since AS events_since,
    supplier_change.expected_since AS expected_since,
    supplier_change.last_day AS last_day,
    supplier_change.reason AS reason,
    supplier_change.as_of AS as_of,
    supplier_change.run_id AS run_id
FROM mart.supplier_change AS supplier_change
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_change.marketplace;
