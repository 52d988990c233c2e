/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SkuModeDayTest {
    private static final Marketplaces MARKETPLACES =
            new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null)));

    private static String line(String order, String mode, int quantity, String status, String at, boolean deleted) {
        return "'m', '%s', 'k', 'f', '%s', %d, 100, '%s', '%s', %s"
                .formatted(order, mode, quantity, status, at, deleted);
    }

    @Test
    void unitsAndOrdersAreOfAMarketplaceDayAndModeAndOfAllWithoutWhatWasCancelled() {
        Dataset<Row> lines = Rows.of(
                "marketplace string, order_id string, sku_id string, supplier_id string, mode string, quantity int,"
                        + " sale_price_minor bigint, status string, ordered_at timestamp, deleted boolean",
                line("o1", "dropship", 2, "active", "2026-03-01 15:00:00", false),
                line("o1", "dropship", 1, "active", "2026-03-01 15:00:00", false),
                line("o2", "dropship", 5, "cancelled", "2026-03-01 15:00:00", false),
                line("o1", "wholesale", 3, "active", "2026-03-01 15:00:00", false),
                line("o3", "wholesale", 9, "active", "2026-03-01 15:00:00", false),
                line("o4", "dropship", 4, "active", "2026-03-01 17:00:00", false),
                line("o5", "sample", 7, "active", "2026-03-01 15:00:00", true));

        assertThat(Rows.texts(
                        SkuModeDay.rollup(lines, MARKETPLACES), "day", "mode", "orders", "units", "sale_revenue_minor"))
                .containsExactly(
                        "2026-03-01, all, 2, 15, 1500",
                        "2026-03-01, dropship, 1, 3, 300",
                        "2026-03-01, wholesale, 2, 12, 1200",
                        "2026-03-02, all, 1, 4, 400",
                        "2026-03-02, dropship, 1, 4, 400");
    }
}
