-- The reference marketplace: what a sourcing station's own database could look like.
-- Tables and columns are named as the entities of the event contract. REPLICA IDENTITY FULL, so that a change carries
-- the whole row before it. Money is in whole minor units of the marketplace's currency.
create schema marketplace;

create table marketplace.marketplace (
    id smallint primary key check (id = 1),
    name text not null,
    currency char(3) not null,
    time_zone text not null,
    return_window_days integer not null check (return_window_days >= 0)
);

create table marketplace.category (
    category_id bigint primary key,
    parent_category_id bigint references marketplace.category,
    level integer not null check (level >= 1),
    name_zh text,
    name_en text,
    check ((parent_category_id is null) = (level = 1))
);

create table marketplace.supplier (
    supplier_id bigint primary key,
    name text not null,
    category_id bigint references marketplace.category,
    ship_from_province text,
    joined_at timestamptz
);

create table marketplace.seller (
    seller_id bigint primary key,
    name text,
    province text,
    joined_at timestamptz
);

create table marketplace.sku (
    sku_id bigint primary key,
    product_id bigint,
    match_group_id bigint,
    supplier_id bigint not null references marketplace.supplier,
    category_id bigint not null references marketplace.category,
    name_zh text,
    name_en text,
    supply_price_minor bigint not null check (supply_price_minor >= 0),
    weight_grams integer not null check (weight_grams >= 0),
    created_at timestamptz not null
);

create table marketplace.listing (
    listing_id bigint primary key,
    seller_id bigint not null references marketplace.seller,
    sku_id bigint not null references marketplace.sku,
    sale_price_minor bigint not null check (sale_price_minor >= 0),
    listed_at timestamptz not null,
    delisted_at timestamptz check (delisted_at >= listed_at),
    unique (seller_id, sku_id)
);

create table marketplace."order" (
    order_id bigint primary key,
    seller_id bigint not null references marketplace.seller,
    mode text not null check (mode in ('dropship', 'wholesale', 'sample')),
    status text not null check (status in ('placed', 'shipped', 'completed', 'cancelled')),
    ship_to_province text not null,
    ordered_at timestamptz not null
);

create table marketplace.parcel (
    parcel_id bigint primary key,
    order_id bigint not null references marketplace."order",
    supplier_id bigint not null references marketplace.supplier,
    carrier text,
    ship_from_province text,
    ship_to_province text,
    created_at timestamptz not null,
    promised_dispatch_at timestamptz not null check (promised_dispatch_at > created_at),
    promised_delivery_at timestamptz not null check (promised_delivery_at > promised_dispatch_at),
    dispatched_at timestamptz check (dispatched_at >= created_at),
    delivered_at timestamptz check (delivered_at >= created_at),
    cancelled_at timestamptz check (cancelled_at >= created_at)
);

create table marketplace.order_line (
    order_line_id bigint primary key,
    order_id bigint not null references marketplace."order",
    line_number integer not null check (line_number >= 1),
    seller_id bigint not null references marketplace.seller,
    sku_id bigint not null references marketplace.sku,
    supplier_id bigint not null references marketplace.supplier,
    parcel_id bigint references marketplace.parcel,
    mode text not null check (mode in ('dropship', 'wholesale', 'sample')),
    quantity integer not null check (quantity >= 1),
    sale_price_minor bigint not null check (sale_price_minor >= 0),
    supply_price_minor bigint not null check (supply_price_minor >= 0),
    freight_minor bigint not null check (freight_minor >= 0),
    platform_fee_minor bigint not null check (platform_fee_minor >= 0),
    promotion_minor bigint not null check (promotion_minor >= 0),
    shown_stock integer check (shown_stock >= 0),
    status text not null check (status in ('active', 'cancelled')),
    cancel_reason text check (cancel_reason in ('no_stock', 'buyer', 'seller', 'other')),
    cancelled_at timestamptz check (cancelled_at >= ordered_at),
    ordered_at timestamptz not null,
    unique (order_id, line_number),
    check ((status = 'cancelled') = (cancel_reason is not null)),
    check ((status = 'cancelled') = (cancelled_at is not null))
);

create table marketplace.payment (
    payment_id bigint primary key,
    order_id bigint not null references marketplace."order",
    amount_minor bigint not null check (amount_minor >= 0),
    payment_fee_minor bigint not null check (payment_fee_minor >= 0),
    paid_at timestamptz not null
);

create table marketplace.tracking_scan (
    tracking_scan_id bigint primary key,
    parcel_id bigint not null references marketplace.parcel,
    kind text not null check (kind in ('picked_up', 'in_transit', 'out_for_delivery', 'delivered', 'exception')),
    province text,
    scanned_at timestamptz not null
);

create table marketplace.stock_level (
    stock_level_id bigint primary key,
    sku_id bigint not null references marketplace.sku,
    shown_quantity integer not null check (shown_quantity >= 0),
    recorded_at timestamptz not null
);

create table marketplace.after_sale_case (
    after_sale_case_id bigint primary key,
    order_line_id bigint not null references marketplace.order_line,
    kind text not null check (kind in ('refund', 'return', 'reship')),
    reason text not null
        check (reason in ('quality', 'damaged', 'not_as_described', 'missing', 'late', 'no_reason')),
    refund_minor bigint not null check (refund_minor >= 0),
    return_freight_minor bigint not null check (return_freight_minor >= 0),
    reship_freight_minor bigint not null check (reship_freight_minor >= 0),
    opened_at timestamptz not null,
    closed_at timestamptz check (closed_at >= opened_at)
);

create index order_line_parcel on marketplace.order_line (parcel_id);
create index parcel_order on marketplace.parcel (order_id);
create index payment_order on marketplace.payment (order_id);
create index tracking_scan_parcel on marketplace.tracking_scan (parcel_id);
create index after_sale_case_order_line on marketplace.after_sale_case (order_line_id);
create index stock_level_sku on marketplace.stock_level (sku_id, recorded_at);

alter table marketplace.marketplace replica identity full;
alter table marketplace.category replica identity full;
alter table marketplace.supplier replica identity full;
alter table marketplace.seller replica identity full;
alter table marketplace.sku replica identity full;
alter table marketplace.listing replica identity full;
alter table marketplace."order" replica identity full;
alter table marketplace.parcel replica identity full;
alter table marketplace.order_line replica identity full;
alter table marketplace.payment replica identity full;
alter table marketplace.tracking_scan replica identity full;
alter table marketplace.stock_level replica identity full;
alter table marketplace.after_sale_case replica identity full;
