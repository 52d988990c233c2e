/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes a first mapping for files that nobody here has seen, from their headers and values, for a person to correct.
 *
 * <p>It guesses and says why, beside what it could not guess; it never decides: nothing here runs during an import.
 */
@NullMarked
package io.sourcelens.ingestion.history.sketch;

import org.jspecify.annotations.NullMarked;
