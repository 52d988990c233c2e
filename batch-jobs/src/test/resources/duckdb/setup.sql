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
