WITH
top AS (SELECT sku_id, ancestor_id AS category_id FROM sku JOIN ancestor USING (category_id) WHERE ancestor.level = 1),
first_scan AS (SELECT parcel_id, min(scanned_at) AS scanned_at FROM tracking_scan GROUP BY ALL),
due AS (
    SELECT parcel_id, supplier_id, promised_dispatch_at, scanned_at,
           CAST(promised_dispatch_at + INTERVAL 8 HOUR AS date) AS day
    FROM parcel LEFT JOIN first_scan USING (parcel_id), known
    WHERE cancelled_at IS NULL AND promised_dispatch_at < as_of
),
due_in AS (
    SELECT *, 'all' AS category_id FROM due
    UNION ALL
    SELECT DISTINCT due.*, top.category_id FROM due JOIN line USING (parcel_id) JOIN top USING (sku_id)
),
parcels AS (
    SELECT supplier_id, category_id, days, count(*) AS due,
           count_if(scanned_at IS NULL OR scanned_at > promised_dispatch_at) AS late, count_if(scanned_at IS NULL) AS never
    FROM due_in, known, (VALUES (30), (90)) AS w(days)
    WHERE day <= today AND day > today - days
    GROUP BY ALL
),
defect AS (
    SELECT DISTINCT order_line_id FROM after_sale_case
    WHERE reason IN ('quality', 'damaged', 'not_as_described', 'missing')
),
line_in AS (
    SELECT line.*, 'all' AS category_id FROM line WHERE active
    UNION ALL
    SELECT line.*, top.category_id FROM line JOIN top USING (sku_id) WHERE active
),
lines AS (
    SELECT supplier_id, category_id, days, count(*) AS lines,
           count_if(order_line_id IN (SELECT order_line_id FROM defect)) AS defects,
           count_if(ordered_at <= settled_until) AS settled
    FROM line_in, known, (VALUES (30), (90)) AS w(days)
    WHERE day > today - days
    GROUP BY ALL
)
SELECT concat_ws('|', supplier_id, category_id, days, coalesce(due, 0), coalesce(late, 0), coalesce(never, 0),
                 coalesce(lines, 0), coalesce(defects, 0),
                 (if(coalesce(lines, 0) = 0, 0, settled))::DOUBLE)
FROM parcels FULL JOIN lines USING (supplier_id, category_id, days)
