/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SkuActivityTest {
    /** Noon of 10 June in Shanghai: the last whole day is the 9th. */
    private static final Marketplace ONE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-06-10T04:00:00Z"));

    private static final Dataset<Row> MARGINS = Rows.of(
            "marketplace string, sku_id string, day date, order_lines bigint, cancelled_order_lines bigint,"
                    + " settled_order_lines bigint, units bigint, sale_revenue_minor bigint, contribution_minor bigint,"
                    + " refund_minor bigint",
            "'m', 's', '2026-06-10', 9, 0, 9, 9, 900, 90, 0",
            "'m', 's', '2026-06-09', 3, 1, 0, 4, 400, 40, 5",
            "'m', 's', '2026-04-11', 1, 0, 1, 1, 100, -10, 0",
            "'m', 's', '2026-04-10', 1, 0, 1, 2, 200, 20, 0",
            "'m', 's', '2026-03-12', 1, 0, 1, 1, 100, 10, 0",
            "'m', 's', '2026-03-11', 9, 0, 9, 9, 900, 90, 0",
            "'m', 's', '2025-08-09', 9, 0, 9, 9, 900, 90, 0",
            "'m', 's', '2025-08-08', 1, 0, 1, 1, 100, 10, 0",
            "'m', 's', '2025-06-10', 2, 0, 2, 2, 200, 20, 0",
            "'m', 's', '2025-06-09', 9, 0, 9, 9, 900, 90, 0",
            "'m', 'cancelled', '2026-06-01', 2, 2, 0, 0, 0, NULL, 0",
            "'other', 's', '2026-06-01', 1, 0, 1, 1, 100, 10, 0");

    private static final Dataset<Row> LISTINGS = Rows.of(
            "marketplace string, sku_id string, listed_at timestamp",
            "'m', 's', '2026-01-01 00:00:00'",
            "'m', 's', '2025-03-01 16:00:00'",
            "'m', 'listed', '2026-02-01 16:00:00'");

    private static Map<String, SkuActivity> activity(boolean withDates) {
        Catalogue catalogue = new Catalogue(Map.of(), withDates ? Set.of("m") : Set.of(), Map.of());
        return SkuActivity.summed(MARGINS, LISTINGS, catalogue, new Marketplaces(List.of(ONE))).collectAsList().stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.getAs("sku_id"), row -> SkuActivity.of(row, ONE, true)));
    }

    @Test
    void daysThatAreOverAreCountedBackFromTheLastOne() {
        // 60 days back is 11 April, 90 is 12 March; the 60 days to come end on 8 August.
        assertThat(activity(true).get("s"))
                .isEqualTo(new SkuActivity(5, 3, 3, 6, 3, 8, 800, 60L, 5L, 2, LocalDate.of(2025, 3, 2)));
        assertThat(activity(true).get("listed"))
                .isEqualTo(new SkuActivity(0, 0, 0, 0, 0, 0, 0, 0L, 0L, 1, LocalDate.of(2026, 2, 2)));
        assertThat(activity(true).get("cancelled").contributionMinor()).isNull();
        assertThat(activity(true)).containsOnlyKeys("s", "listed", "cancelled");
    }

    @Test
    void withoutDatesInTheCatalogueTheFirstSaleOfAllIsLookedFor() {
        assertThat(activity(false).get("s").orderLines()).isEqualTo(5);
        assertThat(activity(false).get("s").firstSeen()).isEqualTo(LocalDate.of(2025, 3, 2));
        assertThat(activity(false).get("cancelled").firstSeen()).isNull();
    }
}
