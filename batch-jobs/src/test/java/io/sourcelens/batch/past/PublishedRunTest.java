/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class PublishedRunTest {
    /** Ends one hour after the other, and is named by its number. */
    private static Optional<String> readable(String... statusesNewestLast) {
        List<Row> newestFirst = new ArrayList<>();
        for (int number = statusesNewestLast.length - 1; number >= 0; number--) {
            Instant end = Instant.EPOCH.plusSeconds(3600L * number);
            newestFirst.add(RowFactory.create("run " + number, Timestamp.from(end), statusesNewestLast[number]));
        }
        return PublishedRun.readable(newestFirst.iterator()).map(PublishedRun::runId);
    }

    @Test
    void aMartThatNothingTouchedSinceItWasPublishedIsThatOfTheNewestRefresh() {
        assertThat(readable("published", "unchanged", "unchanged")).contains("run 2");
        assertThat(readable("published", "unchanged", "published")).contains("run 2");
    }

    @Test
    void sinceARefreshThatFailedReadersSawTheOneBefore() {
        assertThat(readable("published", "unchanged", "failed", "unchanged")).contains("run 1");
        assertThat(readable("published", "held_back")).contains("run 0");
        assertThat(readable("failed", "published", "unchanged")).contains("run 2");
    }

    @Test
    void whatWasNeverPublishedIsNoAnswer() {
        assertThat(readable("failed", "unchanged")).isEmpty();
        assertThat(readable()).isEmpty();
    }
}
