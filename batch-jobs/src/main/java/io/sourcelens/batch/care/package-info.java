/**
 * Care of the lake's tables: small files compacted, old snapshots expired, orphan files removed, while writers go on.
 *
 * <p>It lives with the batch driver and not with the streaming job, because the driver knows which snapshots are still
 * needed: every job notes in the table it writes up to where it has read. And as the driver does one thing at a time, no
 * refresh and no publication is under way meanwhile; the streaming job is, and never waits: compaction conflicts with
 * no append, and expiring snapshots is an ordinary commit that either side repeats.
 */
@NullMarked
package io.sourcelens.batch.care;

import org.jspecify.annotations.NullMarked;
