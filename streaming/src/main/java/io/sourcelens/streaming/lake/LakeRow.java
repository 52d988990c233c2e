/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.lake;

import org.apache.flink.table.data.RowData;

/**
 * One row on its way into the lake.
 *
 * @param table name of a table in namespace {@code raw}
 * @param row its columns, in the order of {@link RawTables}
 */
public record LakeRow(String table, RowData row) {}
