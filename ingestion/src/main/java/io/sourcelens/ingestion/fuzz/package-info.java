/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Hostile input, at will: valid records of every entity and mutations of them, sent through the topics and the intake, and a count in the
 * lake of what became of each. The same seed makes the same records.
 *
 * <p>Of a record that was written to a topic its place in the log is known, so each must be found exactly once, in its
 * raw table if the gate accepts it and in the dead letters if not. Of the others the answer says what became of them,
 * and the lake must hold as many more.
 *
 * <p>Two of the three ways are tried: topics and intake. A way through the history import would write its records into a
 * file, import it under a mapping, and hold the import's report against the lake: it belongs into {@link FuzzRun}.
 */
@NullMarked
package io.sourcelens.ingestion.fuzz;

import org.jspecify.annotations.NullMarked;
