/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Live minute counts: what was ordered in which minute, per sku and per seller, in ClickHouse within a second.
 *
 * <p><b>Exact, whatever is repeated, reordered, late, cancelled or restored.</b> The stream is keyed by order line first.
 * {@link io.sourcelens.streaming.live.OrderLineDifferences} keeps what each line contributes now; of two changes of a line
 * the one with the greater source position wins, as in {@code core}, so a repeated or outrun change makes no difference.
 * What does make one is the line's old contribution taken away and its new one added, to the cell of its marketplace,
 * dimension, id and minute of order. {@link io.sourcelens.streaming.live.MinuteCells} keeps the totals of a cell and tells
 * them, never increments, with a version that grows; the table keeps the row with the greatest version. So a row may be
 * written twice, late or after a newer one. After a restore, changes since the checkpoint are counted again from the same
 * offsets: totals may step back while the job catches up, then are what they were.
 *
 * <p><b>What is counted.</b> Lines that are neither cancelled nor deleted, in the minute of their {@code ordered_at}.
 * Those older than {@link io.sourcelens.streaming.live.Horizon} are left out at once, so that the first snapshot of a
 * million lines costs a comparison each; nobody may ask for more than the last hour. State leaves a little after the
 * horizon. It is in RocksDB and checkpoints add what changed: on the heap each line of two hours took 0.9 kB (measured:
 * 300,000 lines, 105,000 cells), 1.6 GB at a thousand row changes a second, and 0.12 kB of every checkpoint for the lines
 * alone.
 *
 * <p><b>Distinct orders and buyers</b> are sets of 64-bit hashes, counted exactly and not by a sketch: sketches cannot take
 * away a cancelled line. Two of a million buyers share a hash with a probability of 3 in 100 million. Sets can be put
 * together for any minutes and skus, so the buyers of an hour or of a category are right too. A line without a buyer
 * counts for no buyer.
 *
 * <p><b>Categories</b> are not cells. A sku's category may arrive after its first order or change later; a join here would
 * have to keep the lines of every sku to move them. Readers put skus together along the tree instead, with the category
 * that the sku has now: {@code live.sku}, which this job keeps from the topic {@code sku}.
 *
 * <p><b>ClickHouse may be away; the lake must go on.</b> Flink's {@code AsyncSinkBase} stops its input when its buffer is
 * full, and before every checkpoint waits for the requests under way; the lake shares both, and would wait with it. Rows
 * replace each other, so {@link io.sourcelens.streaming.live.PendingRows} keeps only the newest row of each key: bounded by
 * the cells within the horizon and the skus, whatever the rate and however long it takes. One thread writes them; what is
 * not written yet is part of the checkpoint. The rows go as JSON over HTTP by the JDK's client: ClickHouse's
 * {@code client-v2} would bring more than twenty jars, other versions of Jackson and lz4 among them, for one POST.
 */
@NullMarked
package io.sourcelens.streaming.live;

import org.jspecify.annotations.NullMarked;
