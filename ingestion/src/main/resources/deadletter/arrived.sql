-- Streaming reads a partition in order and commits whole checkpoints: what is behind this one has arrived with it.
select count()
from ${dead_letters}
where topic = {topic:String} and topic_partition = {partition:Int32} and topic_offset >= {offset:Int64}
format TSV
