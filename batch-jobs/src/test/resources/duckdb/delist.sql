WITH
sale AS (
    SELECT sku_id, min(day) FILTER (WHERE active) AS first_day,
           count(*) FILTER (WHERE active AND day >= today - 60) AS lines_60,
           count(*) FILTER (WHERE active AND day >= today - 90) AS lines,
           count(*) FILTER (WHERE NOT active AND day >= today - 90) AS cancelled,
           coalesce(sum(units) FILTER (WHERE day >= today - 90), 0)::BIGINT AS units,
           coalesce(sum(revenue) FILTER (WHERE day >= today - 90), 0)::BIGINT AS revenue,
           coalesce(sum(refund) FILTER (WHERE day >= today - 90), 0)::BIGINT AS refund,
           count(*) FILTER (WHERE day >= today - 90 AND supply + freight IS NULL) = 0 AS known_costs,
           coalesce(sum(revenue - supply - freight - platform - payment - promotion - refund - reship)
               FILTER (WHERE day >= today - 90), 0)::BIGINT AS contribution
    FROM line_margin, known WHERE day < today GROUP BY sku_id
),
listed AS (
    SELECT sku_id, count(*) AS listings, CAST(min(listed_at) + INTERVAL 8 HOUR AS date) AS first_day
    FROM listing WHERE delisted_at IS NULL GROUP BY sku_id
),
seen AS (
    SELECT sku_id, least(sale.first_day, listed.first_day) AS arrived, coalesce(listings, 0) AS listings,
           coalesce(lines_60, 0) AS lines_60, coalesce(lines, 0) AS lines, coalesce(cancelled, 0) AS cancelled,
           coalesce(units, 0) AS units, coalesce(revenue, 0) AS revenue, coalesce(refund, 0) AS refund,
           if(coalesce(known_costs, true), coalesce(contribution, 0), NULL) AS contribution
    FROM sku LEFT JOIN sale USING (sku_id) LEFT JOIN listed USING (sku_id)
),
tail AS (
    SELECT seen.*, today, row_number() OVER (ORDER BY lines_60, revenue, arrived, sku_id) AS rank
    FROM seen, known
    WHERE arrived <= today - 61 AND lines_60 <= 2
),
summed AS (
    SELECT *, count(*) OVER () AS skus, sum(lines) OVER up / (SELECT sum(lines) FROM sale) AS share,
           count(*) OVER up = count(contribution) OVER up AS all_known, sum(contribution) OVER up AS all_contribution
    FROM tail WINDOW up AS (ORDER BY rank)
)
SELECT concat_ws('|', rank, sku_id, arrived, today - 1 - arrived, listings, lines_60, lines, units, revenue,
                 coalesce(contribution::VARCHAR, 'null'), cancelled, refund, skus, round(1000000 * share)::BIGINT,
                 if(all_known, all_contribution::BIGINT::VARCHAR, 'null'))
FROM summed WHERE rank <= 1000
