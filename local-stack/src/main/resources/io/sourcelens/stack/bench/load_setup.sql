-- What the load draws from. Never captured.
create schema bench;

-- By rank, so that a rank can be drawn. The newest sku is left to the marker orders.
create table bench.sku as
select
    row_number() over (order by hashint8(sku_id), sku_id) as rank,
    sku_id,
    supplier_id,
    supply_price_minor
from marketplace.sku
where sku_id <> (select max(sku_id) from marketplace.sku);

create table bench.seller as
select
    row_number() over (order by seller_id) as number,
    seller_id,
    coalesce(province, 'Zhejiang') as province
from marketplace.seller;

alter table bench.sku add primary key (rank);
alter table bench.seller add primary key (number);
analyze bench.sku, bench.seller;

-- From 0 to below 1, the same for the same key.
create function bench.share(key bigint, of_what bigint) returns double precision
language sql immutable
return (hashint8extended(key, of_what) & 1048575) / 1048576.0::double precision;

-- Lines of orders with consecutive keys, one or two each. Skus are bought as 1 / rank (Zipf): the logarithm of the rank is
-- drawn evenly.
create function bench.line(first_order_id bigint, orders integer)
returns table (
    order_id bigint,
    line_number integer,
    order_line_id bigint,
    seller_id bigint,
    buyer_id text,
    province text,
    sku_id bigint,
    supplier_id bigint,
    quantity integer,
    supply_price_minor bigint
)
language sql stable
as $$
    with placed as (
        select
            key as order_id,
            number::integer as line_number,
            2 * key + number - 1 as order_line_id
        from generate_series(first_order_id, first_order_id + orders - 1) as key
        cross join lateral generate_series(1, 1 + key % 2) as number
    )
    select
        placed.order_id,
        placed.line_number,
        placed.order_line_id,
        seller.seller_id,
        'buyer-' || floor(20000 * bench.share(placed.order_id, 2)),
        seller.province,
        sku.sku_id,
        sku.supplier_id,
        1 + floor(3 * bench.share(placed.order_line_id, 3))::integer,
        sku.supply_price_minor
    from placed
    join bench.sku
        on sku.rank
            = floor(exp(bench.share(placed.order_line_id, 4) * ln((select count(*) + 1 from bench.sku))))::bigint
    join bench.seller
        on seller.number
            = 1 + floor(bench.share(placed.order_id, 5) * (select count(*) from bench.seller))::bigint
$$;
