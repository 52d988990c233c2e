/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

/**
 * One record made from files, not judged by the gate yet.
 *
 * @param position of the row that it comes from, or of the last of them
 * @param origin that row's place, as {@code FILE:ROW}; the entity's name where it comes from several
 */
record HistoryRecord(byte[] key, byte[] value, long position, String origin) {}
