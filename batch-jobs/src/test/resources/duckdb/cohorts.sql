WITH
arrival AS (
    SELECT sku_id, min(day) AS arrived, CAST(date_trunc('week', min(day)) AS date) AS week
    FROM line WHERE active GROUP BY sku_id
),
-- The first four weeks of the history do not tell new skus from old ones, and this week is not over.
cohort AS (
    SELECT arrival.*, age
    FROM arrival, known, (SELECT min(day) AS first_day FROM line), (SELECT unnest([7, 30, 60]) AS age)
    WHERE week >= first_day + 28 AND week < CAST(date_trunc('week', today) AS date)
),
pair AS (
    SELECT week, age, sku_id, seller_id, count(*) FILTER (WHERE active) AS lines, sum(units)::BIGINT AS units,
           count(DISTINCT day) FILTER (WHERE active) AS days, count(*) = count(supply + freight) AS known_costs,
           sum(revenue - supply - freight - platform - payment - promotion - refund - reship)::BIGINT AS contribution
    FROM cohort JOIN line_margin USING (sku_id), known
    WHERE day >= arrived AND day < arrived + age AND day < today
    GROUP BY ALL
),
-- No sku of this history has more than one level.
level AS (
    SELECT week, age, sku_id, shown_quantity, sum(units) AS units
    FROM cohort JOIN stock_level USING (sku_id) LEFT JOIN pair USING (week, age, sku_id)
    WHERE CAST(recorded_at + INTERVAL 8 HOUR AS date) < arrived + age
        AND CAST(recorded_at + INTERVAL 8 HOUR AS date) >= arrived - 56
    GROUP BY ALL
),
size AS (
    SELECT week, age, count(*) AS skus, count(*) FILTER (WHERE arrived + age <= today) AS old
    FROM cohort, known GROUP BY ALL
),
sold AS (
    SELECT week, age, count(DISTINCT sku_id) FILTER (WHERE lines > 0) AS sold_skus, sum(lines)::BIGINT AS lines,
           sum(units)::BIGINT AS units, count(*) FILTER (WHERE seller_id <> 'unknown' AND days > 0) AS pairs,
           count(*) FILTER (WHERE seller_id <> 'unknown' AND days > 1) AS repeated,
           if(bool_and(known_costs), sum(contribution), NULL)::BIGINT AS contribution
    FROM pair GROUP BY ALL
),
stocked AS (SELECT week, age, count(*) AS skus, sum(shown_quantity)::BIGINT AS units FROM level GROUP BY ALL)
SELECT concat_ws('|', week, age, 'first_sale', size.skus, round(1000000 * old / size.skus)::BIGINT,
                 if(old < size.skus, 'immature', concat_ws('|', sold_skus, lines, sold.units, coalesce(stocked.skus, 0),
                     coalesce(stocked.units, 0), pairs, repeated, coalesce(contribution::VARCHAR, 'null'))))
FROM size JOIN sold USING (week, age) LEFT JOIN stocked USING (week, age)
