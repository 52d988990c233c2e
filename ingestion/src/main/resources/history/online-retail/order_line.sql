-- A row of an invoice is an order line. What the file does not say (supplier, costs, fees, stock) stays out: null.
select
    invoice || '-' || file_row as order_line_id,
    invoice as order_id,
    line_number,
    seller_id,
    sku_id,
    'wholesale' as mode,
    quantity,
    sale_price_minor,
    'active' as status,
    ordered_at,
    file_row,
    invoiced_at as source_time,
    original
from judged_row
where reject_reason is null
order by file_row
