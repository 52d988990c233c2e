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

class SupplierCategoryDayTest {
    private static final Marketplaces MARKETPLACES =
            new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null)));
    private static final Dataset<Row> CATEGORIES = Rows.of(
            "marketplace string, sku_id string, first_level_category_id string", "'m', 'k1', 'c1'", "'m', 'k2', 'c2'");

    private static Dataset<Row> lines(String... rows) {
        return Rows.of(
                "marketplace string, order_line_id string, supplier_id string, sku_id string, parcel_id string, quantity int, shown_stock int, status string, cancel_reason string, ordered_at timestamp, deleted boolean",
                rows);
    }

    private static Dataset<Row> cases(String... rows) {
        return Rows.of(
                "marketplace string, order_line_id string, reason string, deleted boolean, opened_at timestamp", rows);
    }

    private static String line(String id, String sku, String status) {
        return line(id, sku, status, "NULL", "NULL");
    }

    private static String line(String id, String sku, String status, String reason, String shownStock) {
        return "'m', '%s', 'f', '%s', 'p', 2, %s, '%s', %s, '2026-03-01 16:00:00', false"
                .formatted(id, sku, shownStock, status, reason);
    }

    @Test
    void aParcelCountsOnceInEachOfItsCategoriesAndOnceInAllOnTheDayItWasPromised() {
        Dataset<Row> parcels = Rows.of(
                "marketplace string, parcel_id string, supplier_id string, promised_dispatch_at timestamp, cancelled_at timestamp, deleted boolean",
                "'m', 'p', 'f', '2026-03-03 16:00:00', NULL, false");
        Dataset<Row> scans = Rows.of("marketplace string, parcel_id string, scanned_at timestamp, deleted boolean");

        Dataset<Row> rollup = SupplierCategoryDay.parcels(SupplierCategoryDay.judgedParcels(
                parcels,
                scans,
                lines(
                        line("a", "k1", "active"),
                        line("b", "k1", "active"),
                        line("c", "k2", "active"),
                        line("d", "k9", "active")),
                CATEGORIES,
                MARKETPLACES));

        assertThat(Rows.texts(rollup, "day", "category_id", "parcels_due", "parcels_late", "parcels_not_scanned"))
                .containsExactly("2026-03-04, all, 1, 1, 1", "2026-03-04, c1, 1, 1, 1", "2026-03-04, c2, 1, 1, 1");
    }

    @Test
    void aLineIsADefectOnceWhateverTheNumberOfItsCases() {
        Dataset<Row> rollup = SupplierCategoryDay.lines(SupplierCategoryDay.judgedLines(
                lines(line("a", "k1", "active"), line("b", "k1", "active")),
                cases(
                        "'m', 'a', 'quality', false, '2026-03-09'",
                        "'m', 'a', 'damaged', false, '2026-03-09'",
                        "'m', 'b', 'no_reason', false, '2026-03-09'"),
                CATEGORIES,
                MARKETPLACES));

        assertThat(Rows.texts(rollup, "day", "category_id", "order_lines", "defect_lines"))
                .containsExactly("2026-03-02, all, 2, 1", "2026-03-02, c1, 2, 1");
    }

    @Test
    void cancelledLinesAndWithdrawnCasesDoNotCountAndLinesWithoutCategoryAreInAllOnly() {
        Dataset<Row> rollup = SupplierCategoryDay.lines(SupplierCategoryDay.judgedLines(
                lines(line("a", "k1", "cancelled"), line("b", "k9", "active")),
                cases("'m', 'a', 'quality', false, '2026-03-09'", "'m', 'b', 'quality', true, '2026-03-09'"),
                CATEGORIES,
                MARKETPLACES));

        assertThat(Rows.texts(rollup, "category_id", "order_lines", "defect_lines"))
                .containsExactly("all, 1, 0", "c1, 0, 0");
    }

    @Test
    void aLineCancelledForLackOfStockCountsTwiceOnlyIfEnoughWasShown() {
        Dataset<Row> rollup = SupplierCategoryDay.lines(SupplierCategoryDay.judgedLines(
                lines(
                        line("a", "k9", "cancelled", "'no_stock'", "2"),
                        line("b", "k9", "cancelled", "'no_stock'", "1"),
                        line("c", "k9", "cancelled", "'no_stock'", "NULL"),
                        line("d", "k9", "cancelled", "'buyer'", "5"),
                        line("e", "k9", "cancelled", "NULL", "5"),
                        line("f", "k9", "active", "NULL", "0")),
                cases(),
                CATEGORIES,
                MARKETPLACES));

        assertThat(Rows.texts(
                        rollup, "order_lines", "placed_lines", "no_stock_lines", "shown_lines", "no_stock_shown_lines"))
                .containsExactly("1, 6, 3, 3, 1");
    }
}
