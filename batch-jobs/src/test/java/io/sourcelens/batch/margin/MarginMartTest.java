/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MarginMartTest {
    /** Settled until noon of 28 February in Shanghai. */
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-03-10T04:00:00Z"))));

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, name_zh string, name_en string, category_id string, supplier_id string, deleted boolean");

    private static Dataset<Row> day(String day, String supplyCost) {
        return Rows.of(
                "marketplace string, day date, seller_id string, sku_id string, supplier_id string, order_lines bigint,"
                        + " sale_revenue_minor bigint, supply_cost_minor bigint, freight_minor bigint,"
                        + " platform_fee_minor bigint, payment_fee_minor bigint, promotion_minor bigint,"
                        + " refund_minor bigint, return_reship_freight_minor bigint",
                "'m', '%s', 's', 'k', 'f', 4, 1000, %s, 20, 30, 40, 50, 60, 70".formatted(day, supplyCost));
    }

    private static List<String> mart(
            Dataset<Row> rollup, Set<String> withPayments, Set<String> withCases, String... columns) {
        Dataset<Row> settled = Rows.of(
                "marketplace string, seller_id string, sku_id string, settled_lines bigint", "'m', 's', 'k', 3");
        return Rows.texts(
                MarginMart.mart(rollup, SKUS, settled, MARKETPLACES, withPayments, withCases, "run"), columns);
    }

    @Test
    void contributionIsWhatIsLeftAfterEveryPart() {
        assertThat(mart(day("2026-03-01", "400"), Set.of("m"), Set.of("m"), "contribution_minor", "week", "month"))
                .containsExactly("330, 2026-02-23, 2026-03-01");
    }

    @Test
    void aPartThatIsNotKnownMakesTheContributionUnknown() {
        assertThat(mart(day("2026-03-01", "NULL"), Set.of("m"), Set.of("m"), "supply_cost_minor", "contribution_minor"))
                .containsExactly("null, null");
    }

    @Test
    void whatAMarketplaceDoesNotDeliverIsNullAndNotZero() {
        assertThat(mart(
                        day("2026-03-01", "400"),
                        Set.of(),
                        Set.of("another"),
                        "payment_fee_minor",
                        "refund_minor",
                        "return_reship_freight_minor",
                        "contribution_minor"))
                .containsExactly("null, null, null, null");
    }

    @Test
    void daysAreSettledBeforeTheEdgeInPartOnItAndNotAfterIt() {
        String[] columns = {"settled_order_lines", "maturity"};
        assertThat(mart(day("2026-02-27", "400"), Set.of("m"), Set.of("m"), columns))
                .containsExactly("4, 1.0");
        assertThat(mart(day("2026-02-28", "400"), Set.of("m"), Set.of("m"), columns))
                .containsExactly("3, 0.75");
        assertThat(mart(day("2026-03-01", "400"), Set.of("m"), Set.of("m"), columns))
                .containsExactly("0, 0.0");
    }

    @Test
    void ofTheEdgeDayTheLinesOrderedUntilTheEdgeAreSettled() {
        Dataset<Row> lines = Rows.of(
                "marketplace string, seller_id string, sku_id string, ordered_at timestamp, deleted boolean",
                "'m', 's', 'k', '2026-02-28 04:00:00', false",
                "'m', NULL, 'k', '2026-02-27 16:00:00', false",
                "'m', 's', 'k', '2026-02-28 04:00:01', false",
                "'m', 's', 'k', '2026-02-27 15:59:59', false");

        assertThat(Rows.texts(MarginMart.settledOnEdge(lines, MARKETPLACES), "seller_id", "settled_lines"))
                .containsExactly("s, 1", "unknown, 1");
    }
}
