-- A customer of the wholesaler sells on in a shop of its own. The country is kept beside the contract's fields.
select
    seller_id,
    last(country order by invoiced_at, file_row) as country,
    max(file_row) as file_row,
    max(invoiced_at) as source_time
from judged_row
where reject_reason is null and seller_id is not null
group by seller_id
order by file_row
