/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings files of a marketplace's past into the topics, through the gate that live changes pass.
 *
 * <p>What the files mean is a mapping, written by a person and translated into SQL by {@code mapping}; {@code source} reads
 * them. This package knows no column of any file: it runs the SQL in DuckDB, in its own process and with bounded memory, has
 * {@link io.sourcelens.schema.RecordValidator} judge the very bytes that are sent, and accounts for every row:
 * read = kept + rejected. The language of mappings is told in {@code docs/import.md}.
 *
 * <p>Keys and positions come from the files alone, so that importing them again changes nothing.
 */
@NullMarked
package io.sourcelens.ingestion.history;

import org.jspecify.annotations.NullMarked;
