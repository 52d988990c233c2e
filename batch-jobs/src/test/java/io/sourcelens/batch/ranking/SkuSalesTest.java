/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

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

class SkuSalesTest {
    /** Noon of 10 March in Shanghai. */
    private static final Marketplace DEMO =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, Instant.parse("2026-03-10T04:00:00Z"));

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, category_id string, name_zh string, name_en string, match_group_id string, supplier_id string, created_at timestamp, deleted boolean",
            "'m', 'a', 'leaf', '甲', 'A', 'g', 'f', '2026-03-01 16:00:00', false");

    private static final Dataset<Row> SUPPLIERS = Rows.of(
            "marketplace string, supplier_id string, ship_from_province string, deleted boolean",
            "'m', 'f', '广东', false",
            "'m', 'line', '浙江', false");

    private static Dataset<Row> sales(String... rows) {
        Dataset<Row> rollup = Rows.of(
                "marketplace string, day date, sku_id string, mode string, supplier_id string, orders bigint, units bigint, sale_revenue_minor bigint",
                rows);
        return SkuSales.mart(rollup, SKUS, SUPPLIERS, new Marketplaces(List.of(DEMO)), "run");
    }

    private static String sale(String day, String sku, String mode, int units) {
        return "'m', '%s', '%s', '%s', 'line', 1, %d, %d".formatted(day, sku, mode, units, 10 * units);
    }

    @Test
    void unitsAreOfTheWindowAndOfThoseThatEndedADayAndAWeekBefore() {
        Dataset<Row> sales = sales(
                sale("2026-03-10", "a", "dropship", 1),
                sale("2026-03-09", "a", "dropship", 2),
                sale("2026-03-03", "a", "dropship", 4),
                sale("2026-02-02", "a", "dropship", 8),
                sale("2026-02-01", "a", "dropship", 16));

        assertThat(Rows.texts(
                        sales, "window_days", "units", "previous_units", "previous_week_units", "sale_revenue_minor"))
                .as("the longest window of a week before begins on 2 February")
                .containsExactly("1, 1, 2, 4, 10", "30, 7, 6, 12, 70", "7, 3, 6, 4, 30");
    }

    @Test
    void modesAreCountedApartAndSkusThatSoldInNoWindowAreLeftOut() {
        Dataset<Row> sales = sales(
                sale("2026-03-10", "a", "dropship", 1),
                sale("2026-03-10", "a", "wholesale", 50),
                sale("2026-02-20", "b", "sample", 3));

        assertThat(Rows.texts(sales.filter("window_days = 1"), "sku_id", "mode", "units"))
                .containsExactly("a, dropship, 1", "a, wholesale, 50");
        assertThat(Rows.texts(sales.filter("sku_id = 'b'"), "window_days")).containsExactly("30");
    }

    @Test
    void theSupplierIsTheCataloguesAndElseThatOfTheLines() {
        Dataset<Row> sales = sales(sale("2026-03-10", "a", "dropship", 1), sale("2026-03-10", "b", "dropship", 1));

        assertThat(Rows.texts(
                        sales.filter("window_days = 1"),
                        "sku_id",
                        "supplier_id",
                        "ship_from_province",
                        "first_seen_day"))
                .containsExactly("a, f, 广东, 2026-03-02", "b, line, 浙江, null");
    }
}
