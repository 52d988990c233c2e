WITH
ranked AS (
    SELECT *, day < CAST(settled_until + INTERVAL 8 HOUR AS date) AS settled_day,
           revenue - supply - freight - platform - payment - promotion - refund - reship AS contribution,
           row_number() OVER (cell ORDER BY revenue - supply - freight - platform - payment - promotion - refund - reship) AS position,
           count(*) OVER cell AS lines
    FROM line_margin, known
    WHERE day > today - 90
    WINDOW cell AS (PARTITION BY sku_id, supplier_id, day < CAST(settled_until + INTERVAL 8 HOUR AS date))
),
summed AS (
    SELECT sku_id, supplier_id, settled_day, count(*) AS lines, count_if(NOT active) AS cancelled,
           count(DISTINCT day) AS days, count(contribution) = count(*) AS known,
           sum(contribution)::BIGINT AS contribution, count_if(contribution < 0) AS losses,
           min(contribution) FILTER (WHERE 10 * position >= lines) AS p10,
           min(contribution) FILTER (WHERE 2 * position >= lines) AS median,
           min(contribution) FILTER (WHERE 10 * position >= 9 * lines) AS p90
    FROM ranked GROUP BY ALL
)
SELECT concat_ws('|', sku_id, supplier_id, if(settled_day, 'settled', 'estimated'), lines, cancelled, days,
                 if(known, concat_ws('|', contribution, losses, p10, median, p90), 'null'))
FROM summed
