-- The parts of the contribution of all orders, in minor units, straight from the marketplace's tables.
with line as (
    select
        sum(quantity * sale_price_minor) as sale_revenue_minor,
        sum(quantity * supply_price_minor) as supply_cost_minor,
        sum(freight_minor) as freight_minor,
        sum(platform_fee_minor) as platform_fee_minor,
        sum(promotion_minor) as promotion_minor
    from marketplace.order_line
    where status = 'active'
),

paid as (
    select sum(payment_fee_minor) as payment_fee_minor from marketplace.payment
),

after_sale as (
    select
        sum(refund_minor) as refund_minor,
        sum(return_freight_minor + reship_freight_minor) as return_reship_freight_minor
    from marketplace.after_sale_case
)

select
    sale_revenue_minor,
    supply_cost_minor,
    freight_minor,
    platform_fee_minor,
    payment_fee_minor,
    promotion_minor,
    refund_minor,
    return_reship_freight_minor,
    sale_revenue_minor - supply_cost_minor - freight_minor - platform_fee_minor - payment_fee_minor - promotion_minor
        - refund_minor - return_reship_freight_minor as contribution_minor
from line, paid, after_sale
