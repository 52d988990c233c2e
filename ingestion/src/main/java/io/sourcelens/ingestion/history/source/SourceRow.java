/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in its file.
 *
 * @param number from 1; a header is none
 * @param values in the order of the file's columns; empty if malformed
 * @param malformed why it is no row like the others; null if it is one
 * @param original the row as JSON, where its values do not say it
 */
public record SourceRow(
        long number,
        List<@Nullable String> values,
        @Nullable String malformed,
        @Nullable String original) {}
