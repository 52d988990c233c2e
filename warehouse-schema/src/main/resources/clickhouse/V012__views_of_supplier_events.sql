-- Which parcels and order lines make the numbers of a scorecard, for analysts and managers.

CREATE OR REPLACE VIEW api.supplier_event DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    supplier_id,
    target,
    category_id,
    day,
    order_id,
    item_id,
    promised_dispatch_at,
    first_scanned_at,
    hours_late,
    reason,
    opened_at,
    as_of,
    run_id
FROM mart.supplier_event;

CREATE OR REPLACE VIEW superset.supplier_event DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    supplier_event.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    supplier_event.supplier_id AS supplier_id,
    supplier_event.target AS target,
    supplier_event.category_id AS category_id,
    supplier_event.day AS day,
    supplier_event.order_id AS order_id,
    supplier_event.item_id AS item_id,
    supplier_event.promised_dispatch_at AS promised_dispatch_at,
    supplier_event.first_scanned_at AS first_scanned_at,
    supplier_event.hours_late AS hours_late,
    supplier_event.reason AS reason,
    supplier_event.opened_at AS opened_at,
    supplier_event.as_of AS as_of,
    supplier_event.run_id AS run_id
FROM mart.supplier_event AS supplier_event
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = supplier_event.marketplace;
