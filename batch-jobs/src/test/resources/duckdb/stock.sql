WITH
-- No sku of this history has more than one level.
level AS (
    SELECT sku_id, shown_quantity, recorded_at, CAST(recorded_at + INTERVAL 8 HOUR AS date) AS day
    FROM stock_level, known
    WHERE recorded_at <= as_of AND CAST(recorded_at + INTERVAL 8 HOUR AS date) >= today - 56
),
sold AS (
    SELECT sku_id, sum(quantity) AS units
    FROM line JOIN level USING (sku_id), known
    WHERE shown_quantity > 0 AND line.day >= level.day AND line.day >= today - 28 AND line.day < today
    GROUP BY sku_id
),
cancelled AS (
    SELECT sku_id, count(*) AS lines, sum(quantity)::BIGINT AS units
    FROM line, known
    WHERE cancel_reason = 'no_stock' AND day >= today - 28 AND day < today
    GROUP BY sku_id
)
SELECT concat_ws('|', sku_id, shown_quantity, strftime(recorded_at, '%Y-%m-%d %H:%M:%S'), coalesce(sold.units, 0),
                 today - greatest(day, today - 28), coalesce(lines, 0),
                 coalesce(cancelled.units, 0),
                 round(if(shown_quantity > 0, 0, greatest(0, date_diff('microsecond', greatest(recorded_at + INTERVAL 8 HOUR,
                     CAST(today - 28 AS timestamptz)), CAST(today AS timestamptz)))) / 3600e6, 3))
FROM level LEFT JOIN sold USING (sku_id) LEFT JOIN cancelled USING (sku_id), known
