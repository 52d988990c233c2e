/**
 * One Flink job: topics, gate, lake.
 *
 * <p>One {@code DynamicIcebergSink} writes all tables, rather than one {@code IcebergSink} per table. Both ran side by
 * side on 2 busy cores, with 14 tables, a checkpoint every 2 s, parallelism 1 and a heap of 384 MB:
 *
 * <table>
 * <caption>One dynamic sink against a sink per table</caption>
 * <tr><th></th><th>dynamic</th><th>per table</th></tr>
 * <tr><td>1 million records of 13 topics, start included</td><td>51 s of CPU</td><td>56 s of CPU</td></tr>
 * <tr><td>300 records/s, commits to 12 tables</td><td>0.44 cores</td><td>0.30 cores</td></tr>
 * <tr><td>at rest</td><td>0.03 cores</td><td>0.08 cores</td></tr>
 * <tr><td>threads</td><td>72</td><td>192</td></tr>
 * <tr><td>resident memory</td><td>709 MB</td><td>766 MB</td></tr>
 * </table>
 *
 * <p>The dynamic one costs a little more for every commit, and is worth it: it follows a schema file that gains a
 * field, leaves tables without new rows alone instead of committing empty snapshots now and then, and keeps one
 * committer's state instead of fourteen.
 *
 * <p>Parallelism 2 took no less CPU for the same million than parallelism 1, which keeps source, gate and writer in one
 * thread.
 *
 * <p>Commits go through four committers, for one takes a table after the other, some 100 ms each on busy cores: twelve
 * tables were visible up to a second apart.
 *
 * <p>Live minute counts branch off behind the gate ({@code io.sourcelens.streaming.live}). Tables are cared for by the
 * batch driver, which alone knows what has been read.
 */
package io.sourcelens.streaming;
