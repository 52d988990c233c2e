/**
 * How every job reads and writes the lake: by pinned snapshots, with what the job knew noted in the snapshot it commits,
 * so that data and bookkeeping can never disagree.
 */
@NullMarked
package io.sourcelens.batch.lake;

import org.jspecify.annotations.NullMarked;
