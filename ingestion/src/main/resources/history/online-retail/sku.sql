-- A stock code is a sku, whatever the case it is written in; it is called by its most recent description.
select
    sku_id,
    last(description order by invoiced_at, file_row) filter (where description is not null) as name_en,
    max(file_row) as file_row,
    max(invoiced_at) as source_time
from judged_row
where reject_reason is null and sku_id is not null
group by sku_id
order by file_row
