WITH
fee AS (SELECT order_id, sum(payment_fee_minor)::BIGINT AS fee FROM payment GROUP BY ALL),
amount AS (
    SELECT line.*, coalesce(fee, 0) AS fee,
           sum(quantity * sale_price_minor) OVER (PARTITION BY order_id) AS total,
           sum(quantity * sale_price_minor) OVER (PARTITION BY order_id ORDER BY line_number) AS cumulative
    FROM line LEFT JOIN fee USING (order_id)
),
after_sale AS (
    SELECT order_line_id, sum(refund_minor) AS refund, sum(return_freight_minor + reship_freight_minor) AS freight
    FROM after_sale_case GROUP BY ALL
),
part AS (
    SELECT coalesce(seller_id, 'unknown') AS seller_id, sku_id, day, ordered_at <= settled_until AS settled,
           if(active, quantity, 0) AS units,
           if(active, quantity * sale_price_minor, 0) AS revenue,
           if(active, quantity * supply_price_minor, 0) AS supply,
           if(active, freight_minor, 0) AS freight,
           if(active, platform_fee_minor, 0) AS platform,
           if(active, promotion_minor, 0) AS promotion,
           (cumulative * fee) // total - ((cumulative - quantity * sale_price_minor) * fee) // total AS payment,
           coalesce(refund, 0) AS refund, coalesce(after_sale.freight, 0) AS reship
    FROM amount LEFT JOIN after_sale USING (order_line_id), known
),
summed AS (
    SELECT seller_id, sku_id, day, count(*) AS lines, sum(units)::BIGINT AS units, sum(revenue)::BIGINT AS revenue,
           if(count(supply) = count(*), sum(supply), NULL)::BIGINT AS supply,
           if(count(freight) = count(*), sum(freight), NULL)::BIGINT AS freight,
           sum(platform)::BIGINT AS platform, sum(payment)::BIGINT AS payment, sum(promotion)::BIGINT AS promotion,
           sum(refund)::BIGINT AS refund, sum(reship)::BIGINT AS reship, count_if(settled) AS settled
    FROM part GROUP BY ALL
)
SELECT concat_ws('|', seller_id, sku_id, day, lines, units, revenue, coalesce(supply::VARCHAR, 'null'),
                 coalesce(freight::VARCHAR, 'null'), platform, payment, promotion, refund, reship,
                 coalesce((revenue - supply - freight - platform - payment - promotion - refund - reship)::VARCHAR, 'null'),
                 settled)
FROM summed
