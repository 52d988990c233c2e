-- Live counts of a window that ends now. The window is a parameter, so that no more than its partitions is read.
-- Readers see numbers: the hashes that distinct orders and buyers are counted by stay beneath.

CREATE OR REPLACE VIEW api.live_sku DEFINER = writer SQL SECURITY DEFINER AS
WITH
    sold AS (
        SELECT
            dimension_id AS sku_id,
            uniqExactArray(order_hashes) AS distinct_orders,
            uniqExactArray(buyer_hashes) AS distinct_buyers,
            sum(minute_count.units) AS total_units,
            sum(minute_count.sale_revenue_minor) AS total_sale_revenue_minor,
            max(minute_count.as_of) AS newest
        FROM live.minute_count AS minute_count FINAL
        WHERE marketplace = {marketplace:String}
            AND dimension = 'sku'
            AND minute_at >= {window_start:DateTime64(6, 'UTC')}
        GROUP BY sku_id
    ),
    described AS (
        SELECT sku_id, category_id, name_zh, name_en, supplier_id, match_group_id
        FROM live.sku FINAL
        WHERE marketplace = {marketplace:String} AND sku_id IN (SELECT sku_id FROM sold)
    )
SELECT
    sold.sku_id AS sku_id,
    described.category_id AS category_id,
    described.name_zh AS name_zh,
    described.name_en AS name_en,
    described.supplier_id AS supplier_id,
    described.match_group_id AS match_group_id,
    sold.distinct_orders AS orders,
    sold.distinct_buyers AS buyers,
    sold.total_units AS units,
    sold.total_sale_revenue_minor AS sale_revenue_minor,
    sold.newest AS as_of
FROM sold
LEFT JOIN described ON described.sku_id = sold.sku_id;

-- Every category at every level: a sku counts for its leaf and for all above it, each order and buyer once.
CREATE OR REPLACE VIEW api.live_category DEFINER = writer SQL SECURITY DEFINER AS
WITH RECURSIVE
    path AS (
        SELECT category_id AS leaf_id, category_id, parent_category_id, 1 AS depth
        FROM mart.category
        WHERE marketplace = {marketplace:String}
        UNION ALL
        SELECT path.leaf_id, parent.category_id, parent.parent_category_id, path.depth + 1
        FROM path
        INNER JOIN mart.category AS parent ON parent.category_id = path.parent_category_id
        WHERE parent.marketplace = {marketplace:String} AND path.depth < 10
    ),
    sold AS (
        SELECT dimension_id AS sku_id, order_hashes, buyer_hashes, units, sale_revenue_minor, as_of
        FROM live.minute_count FINAL
        WHERE marketplace = {marketplace:String}
            AND dimension = 'sku'
            AND minute_at >= {window_start:DateTime64(6, 'UTC')}
    ),
    described AS (
        SELECT sku_id, category_id
        FROM live.sku FINAL
        WHERE marketplace = {marketplace:String} AND sku_id IN (SELECT sku_id FROM sold)
    ),
    per_category AS (
        SELECT
            path.category_id AS category_id,
            uniqExactArray(sold.order_hashes) AS distinct_orders,
            uniqExactArray(sold.buyer_hashes) AS distinct_buyers,
            sum(sold.units) AS total_units,
            sum(sold.sale_revenue_minor) AS total_sale_revenue_minor,
            max(sold.as_of) AS newest
        FROM sold
        INNER JOIN described ON described.sku_id = sold.sku_id
        INNER JOIN path ON path.leaf_id = described.category_id
        GROUP BY path.category_id
    )
SELECT
    per_category.category_id AS category_id,
    category.level AS category_level,
    category.name_zh AS name_zh,
    category.name_en AS name_en,
    per_category.distinct_orders AS orders,
    per_category.distinct_buyers AS buyers,
    per_category.total_units AS units,
    per_category.total_sale_revenue_minor AS sale_revenue_minor,
    per_category.newest AS as_of
FROM per_category
INNER JOIN mart.category AS category
    ON category.category_id = per_category.category_id
WHERE category.marketplace = {marketplace:String};

-- One seller's. Leaving out the seller is an error, so nobody can forget the clause.
CREATE OR REPLACE VIEW api.live_seller DEFINER = writer SQL SECURITY DEFINER AS
SELECT
    uniqExactArray(order_hashes) AS orders,
    uniqExactArray(buyer_hashes) AS buyers,
    sum(minute_count.units) AS units,
    sum(minute_count.sale_revenue_minor) AS sale_revenue_minor,
    maxOrNull(minute_count.as_of) AS as_of
FROM live.minute_count AS minute_count FINAL
WHERE marketplace = {marketplace:String}
    AND dimension = 'seller'
    AND dimension_id = {seller_id:String}
    AND minute_at >= {window_start:DateTime64(6, 'UTC')};

-- Until when live counts know the marketplace.
CREATE OR REPLACE VIEW api.live_freshness DEFINER = writer SQL SECURITY DEFINER AS
SELECT maxOrNull(minute_count.as_of) AS as_of
FROM live.minute_count AS minute_count
WHERE marketplace = {marketplace:String}
    AND dimension = 'sku'
    AND minute_at >= {window_start:DateTime64(6, 'UTC')};
