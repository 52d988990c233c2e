/**
 * The raw tables of the lake: what they are called, how they come to be, and the sink that fills them exactly once.
 *
 * <p>Table maintenance (compaction, expiry of snapshots, orphan files) belongs beside it, in
 * {@code io.sourcelens.streaming.maintenance}.
 */
package io.sourcelens.streaming.lake;
