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

class SkuSellerDayTest {
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null),
            new Marketplace("uk", "UK", "GBP", ZoneId.of("Europe/London"), 15, null)));

    private static Dataset<Row> lines(String... rows) {
        return Rows.of(
                "marketplace string, order_line_id string, order_id string, line_number int, seller_id string, sku_id string,"
                        + " supplier_id string, quantity int, sale_price_minor bigint, supply_price_minor bigint,"
                        + " freight_minor bigint, platform_fee_minor bigint, promotion_minor bigint, status string,"
                        + " ordered_at timestamp, deleted boolean",
                rows);
    }

    private static Dataset<Row> payments(String... rows) {
        return Rows.of("marketplace string, order_id string, payment_fee_minor bigint, deleted boolean", rows);
    }

    private static Dataset<Row> cases(String... rows) {
        return Rows.of(
                "marketplace string, order_line_id string, refund_minor bigint, return_freight_minor bigint, reship_freight_minor bigint, deleted boolean",
                rows);
    }

    private static String line(String id, String order, int quantity, String supplyPrice, String status) {
        return "'m', '%s', '%s', 1, 's', 'k', 'f', %d, 100, %s, 10, 5, 2, '%s', '2026-03-01 04:00:00', false"
                .formatted(id, order, quantity, supplyPrice, status);
    }

    private static List<String> rolledUp(Dataset<Row> lines, String... columns) {
        return Rows.texts(SkuSellerDay.rollup(lines, payments(), cases(), MARKETPLACES), columns);
    }

    @Test
    void everyPartIsSummedOverTheLinesOfASkuSellerAndDay() {
        Dataset<Row> rollup = SkuSellerDay.rollup(
                lines(line("a", "o1", 2, "60", "active"), line("b", "o2", 1, "60", "active")),
                payments("'m', 'o1', 7, false", "'m', 'o2', 4, false"),
                cases("'m', 'a', 50, 8, 3, false", "'m', 'a', 20, 0, 0, false", "'m', 'b', 999, 9, 9, true"),
                MARKETPLACES);

        assertThat(Rows.texts(
                        rollup,
                        "orders",
                        "order_lines",
                        "units",
                        "sale_revenue_minor",
                        "supply_cost_minor",
                        "freight_minor",
                        "platform_fee_minor",
                        "payment_fee_minor",
                        "promotion_minor",
                        "refund_minor",
                        "return_reship_freight_minor"))
                .containsExactly("2, 2, 3, 300, 180, 20, 10, 11, 4, 70, 11");
    }

    @Test
    void aCancelledLineBringsAndCostsNothingButItsShareOfThePaymentFee() {
        Dataset<Row> rollup = SkuSellerDay.rollup(
                lines(line("a", "o1", 2, "60", "cancelled")), payments("'m', 'o1', 7, false"), cases(), MARKETPLACES);

        assertThat(Rows.texts(
                        rollup,
                        "orders",
                        "order_lines",
                        "cancelled_order_lines",
                        "units",
                        "sale_revenue_minor",
                        "supply_cost_minor",
                        "freight_minor",
                        "payment_fee_minor"))
                .containsExactly("0, 1, 1, 0, 0, 0, 0, 7");
    }

    @Test
    void aPartThatOneLineLacksIsNullForAll() {
        assertThat(rolledUp(
                        lines(line("a", "o1", 2, "60", "active"), line("b", "o2", 1, "NULL", "active")),
                        "supply_cost_minor",
                        "freight_minor"))
                .containsExactly("null, 20");
    }

    @Test
    void aPartThatOnlyACancelledLineLacksIsKnown() {
        assertThat(rolledUp(
                        lines(line("a", "o1", 2, "60", "active"), line("b", "o2", 1, "NULL", "cancelled")),
                        "supply_cost_minor"))
                .containsExactly("120");
    }

    @Test
    void twoLinesOfOneOrderAreOneOrder() {
        assertThat(rolledUp(
                        lines(line("a", "o1", 2, "60", "active"), line("b", "o1", 1, "60", "active")),
                        "orders",
                        "order_lines"))
                .containsExactly("1, 2");
    }

    @Test
    void aDayIsADayOfTheMarketplace() {
        String tail = "1, NULL, 'k', 'f', 1, 100, 60, 10, 5, 2, 'active'";
        assertThat(rolledUp(
                        lines(
                                "'m', 'a', 'o1', %s, '2026-03-01 15:59:59', false".formatted(tail),
                                "'m', 'b', 'o2', %s, '2026-03-01 16:00:00', false".formatted(tail),
                                "'uk', 'c', 'o3', %s, '2026-06-01 22:59:59', false".formatted(tail),
                                "'uk', 'd', 'o4', %s, '2026-06-01 23:00:00', false".formatted(tail),
                                "'uk', 'e', 'o5', %s, '2026-01-01 23:00:00', false".formatted(tail)),
                        "marketplace",
                        "seller_id",
                        "day"))
                .containsExactly(
                        "m, unknown, 2026-03-01",
                        "m, unknown, 2026-03-02",
                        "uk, unknown, 2026-01-01",
                        "uk, unknown, 2026-06-01",
                        "uk, unknown, 2026-06-02");
    }

    @Test
    void deletedLinesAndLinesOfUnknownMarketplacesAreNotRolledUp() {
        String tail = "1, 's', 'k', 'f', 1, 100, 60, 10, 5, 2, 'active', '2026-03-01 15:59:59'";
        assertThat(rolledUp(
                        lines("'m', 'a', 'o1', %s, true".formatted(tail), "'x', 'b', 'o2', %s, false".formatted(tail)),
                        "day"))
                .isEmpty();
    }
}
