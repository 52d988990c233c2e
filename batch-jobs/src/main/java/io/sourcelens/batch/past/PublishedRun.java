/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.lake.Lake;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The refresh that left a mart as readers saw it: it published the mart or found that nothing it is made of had changed.
 *
 * @param finishedAt when core, rollups and the mart were as it left them; nothing writes them until the next refresh
 */
record PublishedRun(String runId, Instant finishedAt) {
    private static final String RUNS = "mart.refresh_run";
    private static final String PUBLISHED = "published";
    private static final String UNCHANGED = "unchanged";

    /**
     * The newest one at a time.
     *
     * @throws PastException if there was none yet
     */
    static PublishedRun at(Lake lake, String mart, Instant time) {
        Dataset<Row> newestFirst = runs(lake, mart)
                .filter(col("finished_at").leq(lit(time)))
                .orderBy(col("finished_at").desc())
                .select("run_id", "finished_at", "status");
        return readable(newestFirst.toLocalIterator())
                .orElseThrow(() -> new PastException(
                        "Cannot recompute mart %s as known at %s: %s".formatted(mart, time, whenFirst(lake, mart))));
    }

    /** Since one that failed, or was held back, unchanged is only what the lake has: readers saw the one before. */
    static Optional<PublishedRun> readable(Iterator<Row> newestFirst) {
        PublishedRun unchanged = null;
        while (newestFirst.hasNext()) {
            Row row = newestFirst.next();
            PublishedRun run = new PublishedRun(row.getString(0), instant(row, 1));
            switch (row.getString(2)) {
                case PUBLISHED:
                    return Optional.of(unchanged == null ? run : unchanged);
                case UNCHANGED:
                    unchanged = unchanged == null ? run : unchanged;
                    break;
                default:
                    unchanged = null;
            }
        }
        return Optional.empty();
    }

    private static String whenFirst(Lake lake, String mart) {
        Row first = published(lake, mart).agg(min("finished_at")).head();
        return first.isNullAt(0)
                ? "it has never been published; run a refresh"
                : "it was first published at %s; ask for a later time".formatted(instant(first, 0));
    }

    /** The end of the first refresh that published the mart since a time, or the time itself if there is none. */
    static Instant firstSince(Lake lake, String mart, Instant time) {
        Row first = published(lake, mart)
                .filter(col("finished_at").geq(lit(time)))
                .agg(min("finished_at"))
                .head();
        return first.isNullAt(0) ? time : instant(first, 0);
    }

    private static Dataset<Row> published(Lake lake, String mart) {
        return runs(lake, mart).filter(col("status").equalTo(PUBLISHED));
    }

    private static Dataset<Row> runs(Lake lake, String mart) {
        if (lake.find(RUNS).isEmpty()) {
            throw new PastException(
                    "Cannot recompute mart %s: the lake remembers no refresh; run a refresh".formatted(mart));
        }
        return lake.read(RUNS).filter(col("mart").equalTo(mart));
    }

    private static Instant instant(Row row, int column) {
        return row.getTimestamp(column).toInstant();
    }
}
