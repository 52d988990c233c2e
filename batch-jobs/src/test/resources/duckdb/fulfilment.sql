WITH
scan AS (
    SELECT parcel_id, min(scanned_at) AS first_at, min(scanned_at) FILTER (WHERE kind = 'delivered') AS delivered_scan_at
    FROM tracking_scan GROUP BY ALL
),
due AS (
    SELECT supplier_id, days, created_at, dispatched_at, promised_delivery_at, cancelled_at, first_at, as_of,
           coalesce(delivered_scan_at, delivered_at) AS arrived_at,
           cancelled_at IS NOT NULL AND cancelled_at <= as_of AS gone
    FROM parcel LEFT JOIN scan USING (parcel_id), known, (VALUES (30), (90)) AS w(days)
    WHERE promised_dispatch_at < as_of AND CAST(promised_dispatch_at + INTERVAL 8 HOUR AS date) > today - days
),
followed AS (
    SELECT supplier_id, days, 'dispatched_within_48_hours' AS measure, first_at AS happened_at, gone, cancelled_at, as_of,
           first_at <= created_at + INTERVAL 48 HOUR AS early
    FROM due
    UNION ALL
    SELECT supplier_id, days, 'delivered_by_promise', arrived_at, gone, cancelled_at, as_of, false
    FROM due WHERE promised_delivery_at IS NOT NULL
),
ended AS (
    SELECT *, coalesce(happened_at <= as_of AND NOT (gone AND happened_at > cancelled_at), false) AS happened FROM followed
),
survival AS (
    SELECT supplier_id, 'all' AS category_id, days, measure, count(*) AS evidence, count(*) FILTER (WHERE happened) AS events,
           count(*) FILTER (WHERE NOT happened AND NOT gone) AS censored, count(*) FILTER (WHERE NOT happened AND gone) AS cancelled,
           -- Every parcel was followed for 48 hours, so that a count is the estimate.
           if(measure = 'dispatched_within_48_hours',
              round(count(*) FILTER (WHERE happened AND early)::DOUBLE / count(*), 9)::VARCHAR, '') AS estimate
    FROM ended GROUP BY supplier_id, days, measure
),
tracking AS (
    SELECT supplier_id, 'all' AS category_id, days, 'valid_tracking' AS measure,
           count(*) FILTER (WHERE dispatched_at + INTERVAL 48 HOUR <= as_of AND cancelled_at IS NULL) AS evidence,
           count(*) FILTER (WHERE dispatched_at + INTERVAL 48 HOUR <= as_of AND cancelled_at IS NULL
                    AND first_at <= dispatched_at + INTERVAL 48 HOUR) AS events,
           0 AS censored, 0 AS cancelled, '' AS estimate
    FROM due GROUP BY ALL
),
top AS (SELECT sku_id, ancestor_id AS category_id FROM sku JOIN ancestor USING (category_id) WHERE ancestor.level = 1),
line_in AS (
    SELECT line.*, 'all' AS category_id FROM line
    UNION ALL
    SELECT line.*, top.category_id FROM line JOIN top USING (sku_id)
),
placed AS (
    SELECT supplier_id, category_id, days, coalesce(cancel_reason = 'no_stock', false) AS no_stock,
           coalesce(shown_stock >= quantity, false) AS shown
    FROM line_in, known, (VALUES (30), (90)) AS w(days)
    WHERE day > today - days AND supplier_id IS NOT NULL
),
cancels AS (
    SELECT supplier_id, category_id, days, 'no_stock_cancel' AS measure, count(*) AS evidence,
           count(*) FILTER (WHERE no_stock) AS events, 0 AS censored, 0 AS cancelled, '' AS estimate
    FROM placed GROUP BY ALL
    UNION ALL
    SELECT supplier_id, category_id, days, 'no_stock_cancel_although_shown', count(*) FILTER (WHERE shown),
           count(*) FILTER (WHERE no_stock AND shown), 0, 0, ''
    FROM placed GROUP BY ALL
)
SELECT concat_ws('|', supplier_id, category_id, days, measure, evidence, events, censored, cancelled, estimate)
FROM (FROM survival UNION ALL FROM tracking UNION ALL FROM cancels)
