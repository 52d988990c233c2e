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

class SkuSupplierDayTest {
    private static final Marketplaces MARKETPLACES =
            new Marketplaces(List.of(new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 15, null)));

    private static final Dataset<Row> PAYMENTS = Rows.of(
            "marketplace string, order_id string, payment_fee_minor bigint, deleted boolean", "'m', 'o1', 7, false");

    private static final Dataset<Row> CASES = Rows.of(
            "marketplace string, order_line_id string, refund_minor bigint, return_freight_minor bigint, reship_freight_minor bigint, deleted boolean",
            "'m', 'b', 100, 8, 3, false");

    /** Sold at 100, freight 10, platform fee 5, promotion 2. */
    private static String line(String id, String order, String supplier, String supplyPrice, String status) {
        return "'m', '%s', '%s', 1, 's', 'k', %s, 1, 100, %s, 10, 5, 2, '%s', '2026-03-01 04:00:00', false"
                .formatted(id, order, supplier, supplyPrice, status);
    }

    private static List<String> rolledUp(String... lines) {
        Dataset<Row> rows = Rows.of(
                "marketplace string, order_line_id string, order_id string, line_number int, seller_id string, sku_id string,"
                        + " supplier_id string, quantity int, sale_price_minor bigint, supply_price_minor bigint,"
                        + " freight_minor bigint, platform_fee_minor bigint, promotion_minor bigint, status string,"
                        + " ordered_at timestamp, deleted boolean",
                lines);
        return Rows.texts(
                SkuSupplierDay.rollup(rows, PAYMENTS, CASES, MARKETPLACES),
                "supplier_id",
                "order_lines",
                "cancelled_order_lines",
                "loss_lines",
                "contribution_minor",
                "string(line_contributions_minor)");
    }

    @Test
    void whatEachLineLeavesIsKeptAscendingTheCancelledOnesToo() {
        assertThat(rolledUp(
                        line("a", "o2", "'f'", "60", "active"),
                        line("b", "o3", "'f'", "60", "active"),
                        line("c", "o1", "'f'", "60", "cancelled"),
                        line("d", "o4", "NULL", "60", "active")))
                .containsExactly("f, 3, 1, 2, -72, [-88, -7, 23]", "unknown, 1, 0, 0, 23, [23]");
    }

    @Test
    void asSoonAsOneLineLacksACostNothingIsKnownOfTheDay() {
        assertThat(rolledUp(line("a", "o2", "'f'", "60", "active"), line("e", "o3", "'f'", "NULL", "active")))
                .containsExactly("f, 2, 0, null, null, null");
    }
}
