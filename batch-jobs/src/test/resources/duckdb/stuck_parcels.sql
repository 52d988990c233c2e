WITH
parcel_now AS (
    SELECT parcel_id, order_id, carrier, ship_from_province, ship_to_province, promised_dispatch_at, promised_delivery_at,
           if(delivered_at <= as_of, delivered_at, NULL) AS delivered_at, as_of
    FROM parcel, known
    WHERE created_at <= as_of AND CAST(created_at + INTERVAL 8 HOUR AS date) >= today - 60
      AND (cancelled_at IS NULL OR cancelled_at > as_of)
),
scan AS (
    SELECT parcel_id, scanned_at, kind
    FROM tracking_scan, known
    WHERE scanned_at <= as_of AND CAST(scanned_at + INTERVAL 8 HOUR AS date) >= today - 60
),
followed AS (
    SELECT parcel_now.*, last_at, coalesce(arrived_at, delivered_at) AS arrived_at
    FROM parcel_now LEFT JOIN (
        SELECT parcel_id, max(scanned_at) AS last_at, max(scanned_at) FILTER (WHERE kind = 'delivered') AS arrived_at
        FROM scan GROUP BY parcel_id) USING (parcel_id)
),
-- A wait ends with the next scan or the delivery; the last one of a parcel on its way is not over.
stop AS (
    SELECT parcel_id, scanned_at AS stopped_at, true AS is_over FROM scan JOIN followed USING (parcel_id)
    WHERE scanned_at < coalesce(arrived_at, as_of)
    UNION ALL
    SELECT parcel_id, coalesce(arrived_at, as_of), arrived_at IS NOT NULL FROM followed WHERE last_at IS NOT NULL
),
gap AS (
    SELECT parcel_id, is_over, stopped_at - lag(stopped_at) OVER (PARTITION BY parcel_id ORDER BY stopped_at) AS lasted
    FROM stop
),
wait AS (
    SELECT parcel_id, is_over, greatest(1, ceil(epoch_us(lasted) / 3600e6)) AS hours FROM gap WHERE lasted IS NOT NULL
),
lane_wait AS (
    SELECT ship_from_province, ship_to_province, carrier, hours, is_over
    FROM wait JOIN parcel_now USING (parcel_id)
),
scoped AS (
    SELECT 'lane' AS scope, concat_ws('|', coalesce(ship_from_province, '?'), coalesce(ship_to_province, '?'), coalesce(carrier, '?')) AS lane, hours, is_over
    FROM lane_wait
    UNION ALL
    SELECT 'marketplace', '', hours, is_over FROM lane_wait
),
ended AS (
    SELECT scope, lane, hours, count(*) FILTER (WHERE is_over) AS ends, count(*) AS all_of_hour FROM scoped GROUP BY ALL
),
curve AS (
    SELECT *, sum(all_of_hour) OVER (PARTITION BY scope, lane ORDER BY hours DESC) AS at_risk FROM ended
),
survival AS (
    SELECT *, exp(sum(ln(greatest(1 - ends / at_risk, 1e-300))) OVER (PARTITION BY scope, lane ORDER BY hours)) AS waiting
    FROM curve
),
limits AS (
    SELECT scope, lane, min(hours) FILTER (WHERE waiting <= 0.05 + 1e-9) AS limit_hours, sum(ends) AS ends,
           sum(all_of_hour) AS gaps
    FROM survival GROUP BY scope, lane
),
judged AS (
    SELECT followed.*, if(own.ends >= 50, own.limit_hours, everywhere.limit_hours) AS limit_hours,
           if(own.ends >= 50, 'lane', 'marketplace') AS scope, if(own.ends >= 50, own.gaps, everywhere.gaps) AS gaps
    FROM followed
    LEFT JOIN limits AS own ON own.scope = 'lane'
        AND own.lane = concat_ws('|', coalesce(ship_from_province, '?'), coalesce(ship_to_province, '?'), coalesce(carrier, '?'))
    JOIN limits AS everywhere ON everywhere.scope = 'marketplace'
    WHERE arrived_at IS NULL
),
reasoned AS (
    SELECT *, CASE WHEN last_at IS NULL AND promised_dispatch_at < as_of THEN 'dispatch_overdue'
                   WHEN epoch_us(as_of - last_at) / 3600e6 > limit_hours THEN 'no_scan'
                   WHEN promised_delivery_at < as_of THEN 'delivery_overdue' END AS reason
    FROM judged
)
SELECT concat_ws('|', parcel_id, coalesce(seller_id, 'null'), reason, CAST(limit_hours AS double), scope, gaps)
FROM reasoned LEFT JOIN "order" USING (order_id)
WHERE reason IS NOT NULL
