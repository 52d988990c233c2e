WITH
summed AS (
    SELECT seller_id, sku_id, day, count(*) AS lines, sum(units)::BIGINT AS units, sum(revenue)::BIGINT AS revenue,
           if(count(supply) = count(*), sum(supply), NULL)::BIGINT AS supply,
           if(count(freight) = count(*), sum(freight), NULL)::BIGINT AS freight,
           sum(platform)::BIGINT AS platform, sum(payment)::BIGINT AS payment, sum(promotion)::BIGINT AS promotion,
           sum(refund)::BIGINT AS refund, sum(reship)::BIGINT AS reship, count_if(settled) AS settled
    FROM line_margin GROUP BY ALL
)
SELECT concat_ws('|', seller_id, sku_id, day, lines, units, revenue, coalesce(supply::VARCHAR, 'null'),
                 coalesce(freight::VARCHAR, 'null'), platform, payment, promotion, refund, reship,
                 coalesce((revenue - supply - freight - platform - payment - promotion - refund - reship)::VARCHAR, 'null'),
                 settled)
FROM summed
