-- Every row of the dead letters with its place in the log, which is its id. A letter is open until another one names it.
select
    *,
    concat(topic, '-', toString(topic_partition), '@', toString(topic_offset)) as id,
    reason != 'replayed' and concat('replay of ', id) not in (
        select origin from ${dead_letters} where startsWith(origin, 'replay of ')
    ) as open
from ${dead_letters}
