/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far the load is. */
final class HistoryProgress {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryProgress.class);

    private final long expected;
    private long written;

    HistoryProgress(long expected) {
        this.expected = expected;
    }

    void loaded(Table<?> table, long rows) {
        written += rows;
        LOG.atInfo()
                .addKeyValue("event", "table_loaded")
                .addKeyValue("table", table.name())
                .addKeyValue("rows_written", written)
                .addKeyValue("rows_expected", expected)
                .log("{} of {} rows: {}", written, expected, table.name());
    }

    long expected() {
        return expected;
    }

    long written() {
        return written;
    }
}
