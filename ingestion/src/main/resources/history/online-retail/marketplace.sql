-- Returns are not in the data, so there is no window to wait for.
select
    'UCI Online Retail II' as name,
    'GBP' as currency,
    'Europe/London' as time_zone,
    0 as return_window_days,
    cast(1 as bigint) as file_row,
    max(ordered_at) as source_time
from judged_row
