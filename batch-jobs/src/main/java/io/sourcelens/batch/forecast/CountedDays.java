/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Days of one marketplace on which trials are counted. */
public interface CountedDays {
    /** With a column {@code day}. */
    Dataset<Row> days();

    /** Counts by supplier, stratum and period. */
    Map<Target, List<TrialCount>> collect(Periods periods);
}
