CREATE TABLE known AS
SELECT max(ordered_at) AS as_of,
       CAST(max(ordered_at) + INTERVAL 8 HOUR AS date) AS today,
       max(ordered_at) - INTERVAL 15 DAY AS settled_until
FROM order_line;

CREATE VIEW line AS
SELECT *, CAST(ordered_at + INTERVAL 8 HOUR AS date) AS day, status = 'active' AS active
FROM order_line;

CREATE VIEW ancestor AS
WITH RECURSIVE up AS (
    SELECT category_id, category_id AS ancestor_id, parent_category_id, level FROM category
    UNION ALL
    SELECT up.category_id, above.category_id, above.parent_category_id, above.level
    FROM up JOIN category AS above ON above.category_id = up.parent_category_id
)
SELECT category_id, ancestor_id, level FROM up;

CREATE VIEW line_margin AS
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
)
SELECT coalesce(seller_id, 'unknown') AS seller_id, sku_id,
       coalesce(supplier_id, 'unknown') AS supplier_id, day, active, ordered_at <= settled_until AS settled,
       if(active, quantity, 0) AS units,
       if(active, quantity * sale_price_minor, 0) AS revenue,
       if(active, quantity * supply_price_minor, 0) AS supply,
       if(active, freight_minor, 0) AS freight,
       if(active, platform_fee_minor, 0) AS platform,
       if(active, promotion_minor, 0) AS promotion,
       (cumulative * fee) // total - ((cumulative - quantity * sale_price_minor) * fee) // total AS payment,
       coalesce(refund, 0) AS refund, coalesce(after_sale.freight, 0) AS reship
FROM amount LEFT JOIN after_sale USING (order_line_id), known;
