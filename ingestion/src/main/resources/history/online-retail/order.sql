-- An invoice is an order of a wholesale customer. The country is kept beside the contract's fields.
select
    invoice as order_id,
    max(seller_id) as seller_id,
    'wholesale' as mode,
    'completed' as status,
    max(country) as ship_to_country,
    min(ordered_at) as ordered_at,
    min(file_row) as file_row,
    min(ordered_at) as source_time
from judged_row
where reject_reason is null and invoice is not null
group by invoice
order by file_row
