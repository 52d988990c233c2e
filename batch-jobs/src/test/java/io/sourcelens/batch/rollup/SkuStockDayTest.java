/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Days of Shanghai, which begin at 16:00 UTC. */
class SkuStockDayTest {
    private static final String LEVEL = "marketplace string, stock_level_id string, sku_id string, shown_quantity int,"
            + " recorded_at timestamp, source_position bigint, deleted boolean";
    private static final Marketplaces KNOWN = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-05T10:00:00Z"))));

    @Test
    void aDayKeepsItsLowestAndItsLastLevelAndHowLongThereWasStock() {
        assertThat(Rows.texts(
                        SkuStockDay.rollup(
                                Rows.of(
                                        LEVEL,
                                        "'m', '1', 's', 5, '2026-03-01 16:00:00', 1, false",
                                        "'m', '2', 's', 0, '2026-03-01 22:00:00', 2, false",
                                        "'m', '3', 's', 8, '2026-03-02 04:00:00', 3, false",
                                        "'m', '4', 's', 7, '2026-03-02 04:00:00', 4, false",
                                        "'m', '9', 's', 99, '2026-03-02 05:00:00', 9, true"),
                                KNOWN),
                        "day",
                        "first",
                        "lowest",
                        "closing",
                        "first_share",
                        "shown_share",
                        "raised"))
                .containsExactly("2026-03-02, 5, 0, 7, 0.0, 0.75, 1");
    }

    @Test
    void theDayThatIsNotOverIsKnownAsFarAsOrdersAreAndOthersComeFromTheRollup() {
        Dataset<Row> levels = Rows.of(
                LEVEL,
                "'m', '1', 's', 5, '2026-02-27 16:00:00', 1, false",
                "'m', '2', 's', 4, '2026-03-03 16:00:00', 2, false",
                "'m', '3', 's', 3, '2026-03-05 09:00:00', 3, false",
                "'m', '4', 's', 2, '2026-03-05 10:00:00.000001', 4, false");

        Dataset<Row> known = SkuStockDay.known(SkuStockDay.rollup(levels, KNOWN), levels, KNOWN, 4);

        assertThat(Rows.texts(known, "day", "closing")).containsExactlyInAnyOrder("2026-03-04, 4", "2026-03-05, 3");
    }
}
