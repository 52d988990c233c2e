/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The yardstick of {@code ./sourcelens bench sink}, and used by nothing else: the job that someone writes who only wants
 * records in tables. It reads the same topics with the same source and writes the same tables with the same sink, but
 * believes every record: no validation, no dead letters, no pseudonyms, no fields beside the contract, no live counts and
 * so no RocksDB, no metrics. What does not fit ends it.
 */
@NullMarked
package io.sourcelens.streaming.bare;

import org.jspecify.annotations.NullMarked;
