/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

/**
 * A row of a live table. It replaces the row of the same key with a smaller version.
 *
 * @param table name of a table in database {@code live}
 * @param key tells rows of the table apart
 * @param json one line of ClickHouse's format {@code JSONEachRow}
 */
public record LiveRow(String table, String key, long version, String json) {}
