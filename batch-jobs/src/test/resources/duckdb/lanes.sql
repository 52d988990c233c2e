WITH
scan AS (
    SELECT parcel_id, min(scanned_at) AS first_at, min(scanned_at) FILTER (WHERE kind = 'delivered') AS delivered_scan_at
    FROM tracking_scan GROUP BY ALL
),
followed AS (
    SELECT supplier_id, coalesce(ship_to_province, 'unknown') AS lane, promised_dispatch_at, promised_delivery_at, first_at,
           coalesce(delivered_scan_at, delivered_at) AS arrived_at
    FROM parcel LEFT JOIN scan USING (parcel_id)
    WHERE cancelled_at IS NULL
),
promise AS (
    SELECT supplier_id, lane, promised_dispatch_at AS promised_at, first_at AS kept_at, 1 AS dispatch, 0 AS delivery FROM followed
    UNION ALL
    SELECT supplier_id, lane, promised_delivery_at, arrived_at, 0, 1 FROM followed
)
SELECT concat_ws('|', CAST(promised_at + INTERVAL 8 HOUR AS date), supplier_id, lane,
                 sum(dispatch), sum(if(kept_at IS NULL OR kept_at > promised_at, dispatch, 0)),
                 sum(if(kept_at IS NULL, dispatch, 0)),
                 sum(delivery), sum(if(kept_at IS NULL OR kept_at > promised_at, delivery, 0)),
                 sum(if(kept_at IS NULL, delivery, 0)))
FROM promise
WHERE promised_at IS NOT NULL
GROUP BY CAST(promised_at + INTERVAL 8 HOUR AS date), supplier_id, lane
