/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.metrics.source.CodegenMetrics;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesHeldByReferenceIT {
    @TempDir
    private Path folder;

    /** Of the first hundred days of 1970: the day asked for, how many come from then on, how many of these within a week. */
    private static List<Row> ask(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return SparkSession.active()
                .range(100)
                .select(timestamp_seconds(col("id").multiply(86_400)).as("at"))
                .filter(col("at").geq(lit(start)))
                .withColumn("day", lit(day))
                .groupBy("day")
                .agg(
                        count("at"),
                        sum(when(
                                col("at")
                                        .lt(lit(day.plusDays(7)
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant())),
                                1L)))
                .collectAsList();
    }

    private static long compiled() {
        return CodegenMetrics.METRIC_COMPILATION_TIME().getCount();
    }

    @Test
    @SuppressWarnings("try") // only opened and closed: the session is the active one
    void theCodeOfOneDayAnswersForAnother() {
        try (TestingLake testing = new TestingLake(folder)) {
            LocalDate first = LocalDate.of(1970, 1, 11);
            LocalDate second = LocalDate.of(1970, 4, 6);
            long before = compiled();
            List<Row> ofFirst = ask(first);
            long between = compiled();

            List<Row> ofSecond = ask(second);

            assertThat(ofFirst).containsExactly(RowFactory.create(Date.valueOf(first), 90L, 7L));
            assertThat(ofSecond).containsExactly(RowFactory.create(Date.valueOf(second), 5L, 5L));
            assertThat(between).isGreaterThan(before);
            assertThat(compiled()).isEqualTo(between);
        }
    }
}
