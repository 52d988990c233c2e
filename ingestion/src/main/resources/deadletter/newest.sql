select
    id,
    open,
    toString(ingested_at) as ingested_at,
    ifNull(marketplace, '') as marketplace,
    entity,
    reason,
    ifNull(detail, '') as detail,
    ifNull(source, '') as source,
    origin,
    base64Encode(ifNull(record_key, '')) as record_key,
    base64Encode(ifNull(record, '')) as record
from (${letter})
where ${chosen}
order by ingested_at desc, topic, topic_partition, topic_offset desc
limit {limit:UInt64}
format JSONEachRow
