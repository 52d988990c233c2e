select
    ifNull(marketplace, '-') as marketplace,
    ifNull(source, '-') as source,
    entity,
    reason,
    count() as letters,
    toString(max(ingested_at)) as newest
from (${letter})
where ${chosen}
group by marketplace, source, entity, reason
order by letters desc, source, entity, reason, marketplace
format JSONEachRow
