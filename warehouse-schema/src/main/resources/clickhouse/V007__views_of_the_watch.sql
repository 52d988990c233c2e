-- The watch: stock that runs out, parcels that are stuck. Stock is the supplier's and is nobody's secret; which skus a seller
-- lists and which parcels are its own is.

CREATE OR REPLACE VIEW api.stock_watch DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    sku_id,
    supplier_id,
    name_zh,
    name_en,
    category_id,
    stock_units,
    stock_recorded_at,
    stock_age_hours,
    units,
    available_days,
    known_days,
    refills,
    no_stock_lines,
    units_per_day,
    days_of_cover,
    days_of_cover_low,
    days_of_cover_high,
    stock_out_probability,
    status,
    status_since,
    cases,
    as_of,
    run_id
FROM mart.stock_watch;

-- Of the skus that one seller lists. Leaving out the seller is an error.
CREATE OR REPLACE VIEW api.seller_stock_watch DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    sku_id,
    supplier_id,
    name_zh,
    name_en,
    category_id,
    stock_units,
    stock_recorded_at,
    stock_age_hours,
    units,
    available_days,
    known_days,
    refills,
    no_stock_lines,
    units_per_day,
    days_of_cover,
    days_of_cover_low,
    days_of_cover_high,
    stock_out_probability,
    status,
    status_since,
    cases,
    as_of,
    run_id
FROM mart.stock_watch
WHERE marketplace = {marketplace:String} AND sku_id IN (
    SELECT sku_id FROM mart.listing WHERE marketplace = {marketplace:String} AND seller_id = {seller_id:String});

-- One seller's parcels. Leaving out the seller is an error.
CREATE OR REPLACE VIEW api.seller_stuck_parcel DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    marketplace,
    parcel_id,
    order_id,
    supplier_id,
    carrier,
    ship_from_province,
    ship_to_province,
    reason,
    created_at,
    promised_dispatch_at,
    promised_delivery_at,
    last_scanned_at,
    hours_since_scan,
    hours_overdue,
    limit_hours,
    limit_scope,
    limit_gaps,
    as_of,
    run_id
FROM mart.stuck_parcel
WHERE marketplace = {marketplace:String} AND seller_id = {seller_id:String};

CREATE OR REPLACE VIEW superset.stock_watch DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    stock_watch.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    stock_watch.sku_id AS sku_id,
    stock_watch.supplier_id AS supplier_id,
    stock_watch.name_zh AS name_zh,
    stock_watch.name_en AS name_en,
    stock_watch.category_id AS category_id,
    stock_watch.stock_units AS stock_units,
    stock_watch.stock_recorded_at AS stock_recorded_at,
    stock_watch.stock_age_hours AS stock_age_hours,
    stock_watch.units AS units,
    stock_watch.available_days AS available_days,
    stock_watch.known_days AS known_days,
    stock_watch.refills AS refills,
    stock_watch.no_stock_lines AS no_stock_lines,
    stock_watch.units_per_day AS units_per_day,
    stock_watch.days_of_cover AS days_of_cover,
    stock_watch.days_of_cover_low AS days_of_cover_low,
    stock_watch.days_of_cover_high AS days_of_cover_high,
    stock_watch.stock_out_probability AS stock_out_probability,
    stock_watch.status AS status,
    stock_watch.status_since AS status_since,
    stock_watch.cases AS cases,
    stock_watch.as_of AS as_of,
    stock_watch.run_id AS run_id
FROM mart.stock_watch AS stock_watch
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = stock_watch.marketplace;

-- For supplier analysts; whose sale it was is not told.
CREATE OR REPLACE VIEW superset.stuck_parcel DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    stuck_parcel.marketplace AS marketplace,
    marketplace.name AS marketplace_name,
    stuck_parcel.parcel_id AS parcel_id,
    stuck_parcel.supplier_id AS supplier_id,
    stuck_parcel.carrier AS carrier,
    stuck_parcel.ship_from_province AS ship_from_province,
    stuck_parcel.ship_to_province AS ship_to_province,
    stuck_parcel.reason AS reason,
    stuck_parcel.created_at AS created_at,
    stuck_parcel.promised_dispatch_at AS promised_dispatch_at,
    stuck_parcel.promised_delivery_at AS promised_delivery_at,
    stuck_parcel.last_scanned_at AS last_scanned_at,
    stuck_parcel.hours_since_scan AS hours_since_scan,
    stuck_parcel.hours_overdue AS hours_overdue,
    stuck_parcel.limit_hours AS limit_hours,
    stuck_parcel.limit_scope AS limit_scope,
    stuck_parcel.limit_gaps AS limit_gaps,
    stuck_parcel.as_of AS as_of,
    stuck_parcel.run_id AS run_id
FROM mart.stuck_parcel AS stuck_parcel
LEFT JOIN mart.marketplace AS marketplace ON marketplace.marketplace = stuck_parcel.marketplace;
