/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Brings files of a marketplace's past into the topics, through the gate that live changes pass.
 *
 * <p>What a file means is SQL, one folder per format under {@code resources/history}: {@code source_row.sql} reads it,
 * {@code judged_row.sql} says of each row what it means and why it is rejected, {@code <entity>.sql} makes records. This
 * package knows no column of any file: it runs those queries in DuckDB, in its own process and with bounded memory, has
 * {@link io.sourcelens.schema.RecordValidator} judge the very bytes that are sent, and accounts for every row:
 * read = kept + rejected. Rules of each format stand in {@code docs/}.
 *
 * <p>Keys and positions come from the file alone, so that importing it again changes nothing.
 */
@NullMarked
package io.sourcelens.ingestion.history;

import org.jspecify.annotations.NullMarked;
