/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import io.sourcelens.batch.lake.Notes;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

/**
 * Compacts small files. Rows stay as they are, so the new snapshot is a {@code replace}, which no reader of changes takes for
 * new rows. A file of three quarters of the target is left alone for good: what is written again each time is bounded by
 * one unfinished file per partition.
 */
final class Compaction {
    private static final long TARGET_BYTES = 64L << 20;
    private static final int FEWEST_FILES_WORTH_IT = 3;
    private static final int FILE_GROUPS_AT_A_TIME = 2;

    private Compaction() {}

    /**
     * @param notes the table's newest, carried on: the snapshot that has them now will expire
     * @return number of files that were rewritten
     */
    static long run(SparkSession spark, Table table, Notes notes) {
        RewriteDataFiles action = SparkActions.get(spark)
                .rewriteDataFiles(table)
                .binPack()
                .options(Map.of(
                        RewriteDataFiles.TARGET_FILE_SIZE_BYTES,
                        Long.toString(TARGET_BYTES),
                        "min-input-files",
                        Integer.toString(FEWEST_FILES_WORTH_IT),
                        RewriteDataFiles.MAX_CONCURRENT_FILE_GROUP_REWRITES,
                        Integer.toString(FILE_GROUPS_AT_A_TIME)));
        notes.entries().forEach(action::snapshotProperty);
        return action.execute().rewrittenDataFilesCount();
    }
}
