-- What each seller of the marketplace is left with, straight from its tables: no day, no sku, no sharing of fees.
-- One row per seller with an order.
WITH lines AS (
    SELECT seller_id,
           sum(quantity * sale_price_minor) FILTER (WHERE status = 'active')   AS sale_revenue_minor,
           sum(quantity * supply_price_minor) FILTER (WHERE status = 'active') AS supply_cost_minor,
           sum(freight_minor) FILTER (WHERE status = 'active')                 AS freight_minor,
           sum(platform_fee_minor) FILTER (WHERE status = 'active')            AS platform_fee_minor,
           sum(promotion_minor) FILTER (WHERE status = 'active')               AS promotion_minor
    FROM marketplace.order_line
    GROUP BY seller_id
),
fees AS (
    SELECT seller_id, sum(payment_fee_minor) AS payment_fee_minor
    FROM marketplace.payment JOIN marketplace."order" USING (order_id)
    GROUP BY seller_id
),
cases AS (
    SELECT seller_id,
           sum(refund_minor)                               AS refund_minor,
           sum(return_freight_minor + reship_freight_minor) AS return_reship_freight_minor
    FROM marketplace.after_sale_case JOIN marketplace.order_line USING (order_line_id)
    GROUP BY seller_id
),
parts AS (
    SELECT seller_id,
           coalesce(sale_revenue_minor, 0)          AS sale_revenue_minor,
           coalesce(supply_cost_minor, 0)           AS supply_cost_minor,
           coalesce(freight_minor, 0)               AS freight_minor,
           coalesce(platform_fee_minor, 0)          AS platform_fee_minor,
           coalesce(payment_fee_minor, 0)           AS payment_fee_minor,
           coalesce(promotion_minor, 0)             AS promotion_minor,
           coalesce(refund_minor, 0)                AS refund_minor,
           coalesce(return_reship_freight_minor, 0) AS return_reship_freight_minor
    FROM lines LEFT JOIN fees USING (seller_id) LEFT JOIN cases USING (seller_id)
)
SELECT seller_id, sale_revenue_minor, supply_cost_minor, freight_minor, platform_fee_minor, payment_fee_minor,
       promotion_minor, refund_minor, return_reship_freight_minor,
       sale_revenue_minor - supply_cost_minor - freight_minor - platform_fee_minor - payment_fee_minor
           - promotion_minor - refund_minor - return_reship_freight_minor AS contribution_minor
FROM parts
ORDER BY seller_id
