-- One transaction of load: new orders, and what happens next to the orders of twenty transactions before. Of those, one
-- line in fifty is cancelled and one in a hundred becomes a case; the rest is dispatched. Answers the number of changes.
with
    given as (
        select ?::bigint as first_order_id, ?::integer as orders, ?::timestamptz as now
    ),
    new_line as materialized (
        select line.*, given.now
        from given
        cross join bench.line(given.first_order_id, given.orders) as line
    ),
    earlier_line as materialized (
        select line.*, bench.share(line.order_line_id, 6) < 0.02 as cancelled, given.now
        from given
        cross join bench.line(given.first_order_id - 20 * given.orders, given.orders) as line
    ),
    placed as (
        insert into marketplace."order"
            (order_id, seller_id, buyer_id, mode, status, ship_to_province, ordered_at)
        select order_id, seller_id, buyer_id, 'dropship', 'placed', province, now
        from new_line
        where line_number = 1
        returning order_id
    ),
    packed as (
        insert into marketplace.parcel
            (parcel_id, order_id, supplier_id, carrier, ship_from_province, ship_to_province, created_at,
             promised_dispatch_at, promised_delivery_at)
        select
            order_line_id, order_id, supplier_id, 'SF', 'Zhejiang', province, now,
            now + interval '2 days', now + interval '5 days'
        from new_line
        returning parcel_id
    ),
    bought as (
        insert into marketplace.order_line
            (order_line_id, order_id, line_number, seller_id, buyer_id, sku_id, supplier_id, parcel_id, mode, quantity,
             sale_price_minor, supply_price_minor, freight_minor, platform_fee_minor, promotion_minor, shown_stock,
             status, ordered_at)
        select
            order_line_id, order_id, line_number, seller_id, buyer_id, sku_id, supplier_id, order_line_id, 'dropship',
            quantity, supply_price_minor * 3 / 2, supply_price_minor, 500, supply_price_minor / 20, 0, 100,
            'active', now
        from new_line
        returning order_line_id
    ),
    paid as (
        insert into marketplace.payment (payment_id, order_id, amount_minor, payment_fee_minor, paid_at)
        select order_id, order_id, sum(quantity * (supply_price_minor * 3 / 2)), 60, min(now)
        from new_line
        group by order_id
        returning payment_id
    ),
    counted as (
        insert into marketplace.stock_level (stock_level_id, sku_id, shown_quantity, recorded_at)
        select order_line_id, sku_id, floor(400 * bench.share(order_line_id, 7)), now
        from new_line
        where line_number = 1 and order_id % 10 = 0
        returning stock_level_id
    ),
    cancelled as (
        update marketplace.order_line
        set status = 'cancelled', cancel_reason = 'no_stock', cancelled_at = earlier_line.now
        from earlier_line
        where order_line.order_line_id = earlier_line.order_line_id and earlier_line.cancelled
        returning order_line.order_line_id
    ),
    sent as (
        update marketplace.parcel
        set
            dispatched_at = case when not earlier_line.cancelled then earlier_line.now end,
            cancelled_at = case when earlier_line.cancelled then earlier_line.now end
        from earlier_line
        where parcel.parcel_id = earlier_line.order_line_id
        returning parcel.parcel_id, parcel.ship_from_province, parcel.dispatched_at
    ),
    scanned as (
        insert into marketplace.tracking_scan (tracking_scan_id, parcel_id, kind, province, scanned_at)
        select parcel_id, parcel_id, 'picked_up', ship_from_province, dispatched_at
        from sent
        where dispatched_at is not null
        returning tracking_scan_id
    ),
    shipped as (
        update marketplace."order"
        set status = 'shipped'
        from earlier_line
        where "order".order_id = earlier_line.order_id and earlier_line.line_number = 1
        returning "order".order_id
    ),
    opened as (
        insert into marketplace.after_sale_case
            (after_sale_case_id, order_line_id, kind, reason, refund_minor, return_freight_minor, reship_freight_minor,
             opened_at)
        select parcel_id, parcel_id, 'refund', 'damaged', 100, 0, 0, dispatched_at
        from sent
        where dispatched_at is not null and bench.share(parcel_id, 8) < 0.01
        returning after_sale_case_id
    )
select
    (select count(*) from placed) + (select count(*) from packed) + (select count(*) from bought)
    + (select count(*) from paid) + (select count(*) from counted) + (select count(*) from cancelled)
    + (select count(*) from sent) + (select count(*) from scanned) + (select count(*) from shipped)
    + (select count(*) from opened)
