-- Counts per supplier: parcels due in [from, before) and lines ordered since from. Parameters: from, before, from.
with first_scan as (
    select parcel_id, min(scanned_at) as first_scan_at
    from marketplace.tracking_scan
    group by parcel_id
),

due as (
    select
        supplier_id,
        count(*) as parcels_due,
        count(*) filter (where first_scan_at is null or first_scan_at > promised_dispatch_at) as parcels_late,
        count(*) filter (where first_scan_at is null) as parcels_not_scanned
    from marketplace.parcel left join first_scan using (parcel_id)
    where cancelled_at is null and promised_dispatch_at >= ? and promised_dispatch_at < ?
    group by supplier_id
),

ordered as (
    select
        supplier_id,
        count(*) as order_lines,
        count(*) filter (where exists (
            select from marketplace.after_sale_case opened
            where opened.order_line_id = line.order_line_id
              and reason in ('quality', 'damaged', 'not_as_described', 'missing'))) as defect_lines
    from marketplace.order_line line
    where status = 'active' and ordered_at >= ?
    group by supplier_id
)

select
    supplier_id,
    coalesce(parcels_due, 0),
    coalesce(parcels_late, 0),
    coalesce(parcels_not_scanned, 0),
    coalesce(order_lines, 0),
    coalesce(defect_lines, 0)
from due full join ordered using (supplier_id)
order by supplier_id
