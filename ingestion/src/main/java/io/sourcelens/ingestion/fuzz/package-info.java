/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Hostile input, at will: valid records of every entity and mutations of them, sent through the topics, the intake and the
 * import, and a count in the lake of what became of each. The same seed makes the same records.
 *
 * <p>Of a record that was written to a topic its place in the log is known, so each must be found exactly once, in its
 * raw table if the gate accepts it and in the dead letters if not. Of the others the answer or the report says what became
 * of them, and the lake must hold as many more.
 */
@NullMarked
package io.sourcelens.ingestion.fuzz;

import org.jspecify.annotations.NullMarked;
