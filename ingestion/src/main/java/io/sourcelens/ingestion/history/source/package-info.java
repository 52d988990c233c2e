/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads somebody else's files row by row, so that none is lost: a row that cannot be split as the others is handed over
 * with what is wrong with it, and a file of which that cannot be told is refused.
 *
 * <p>Every value comes as the text that stands there; what it means is the mapping's matter.
 */
@NullMarked
package io.sourcelens.ingestion.history.source;

import org.jspecify.annotations.NullMarked;
