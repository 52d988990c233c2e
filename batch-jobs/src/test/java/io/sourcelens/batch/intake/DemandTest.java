/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.stock.LostSales;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DemandTest {
    /** Noon of 10 March in Shanghai: the last whole day is the 9th. */
    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-03-10T04:00:00Z"))));

    private static final Dataset<Row> SKUS = Rows.of(
            "marketplace string, sku_id string, category_id string, supplier_id string, deleted boolean",
            "'m', 'k', 'c', 'x', false");

    private static final Dataset<Row> MARGINS = Rows.of(
            "marketplace string, sku_id string, supplier_id string, settlement string, reason string,"
                    + " contribution_median_minor bigint, order_lines bigint",
            "'m', 'k', 'f', 'settled', NULL, 40, 7",
            "'m', 'k', 'f', 'estimated', NULL, 99, 1",
            "'m', 'l', 'f', 'settled', 'no_costs', NULL, 7");

    private static final Dataset<Row> FORECASTS = Rows.of(
            "marketplace string, supplier_id string, target string, horizon_days int, probability double",
            "'m', 'f', 'late_delivery', 30, 0.2",
            "'m', 'f', 'late_delivery', 90, 0.9",
            "'m', 'f', 'late_dispatch', 30, 0.9");

    private static final Dataset<Row> STOCKS = Rows.of(
            "marketplace string, sku_id string, out_of_stock_days double, no_stock_units bigint, lost_units double,"
                    + " lost_units_variance double",
            "'m', 'k', 2.5, 3, 8.5, 7",
            "'m', 'l', 1, 0, NULL, NULL");

    private static String sold(String day, String seller, String sku, int orders, int units) {
        return "'m', '%s', '%s', '%s', 'f', %d, %d, %d".formatted(day, seller, sku, orders, units, 100 * units);
    }

    @Test
    void wholeDaysAreSummedToWeeksWithWhatIsKnownOfTheSku() {
        Dataset<Row> rollup = Rows.of(
                "marketplace string, day date, seller_id string, sku_id string, supplier_id string, orders bigint,"
                        + " units bigint, sale_revenue_minor bigint",
                sold("2026-03-10", "s", "k", 99, 99),
                sold("2026-03-09", "s", "k", 1, 2),
                sold("2026-03-03", "t", "k", 1, 1),
                sold("2026-03-02", "unknown", "k", 5, 5),
                sold("2026-02-10", "u", "k", 4, 8),
                sold("2026-02-09", "v", "k", 3, 3),
                sold("2026-01-13", "w", "k", 2, 2),
                sold("2026-01-12", "w", "k", 99, 99),
                sold("2026-03-08", "s", "l", 1, 1));

        Demand demand = Demand.collect(DemandSums.of(rollup, SKUS, MARGINS, FORECASTS, STOCKS, MARKETPLACES))
                .get("m");

        assertThat(demand.firstDay()).isEqualTo(LocalDate.parse("2026-01-13"));
        SkuDemand sku = demand.skus().get(0);
        assertThat(sku.orders()).containsExactly(2, 5, 0, 4, 3, 0, 0, 2);
        assertThat(List.of(sku.units(), sku.previousUnits(), sku.revenueMinor(), sku.sellers(), sku.priceMinor()))
                .containsExactly(16L, 5L, 2100L, 3L, 100L);
        assertThat(sku.categoryId()).isEqualTo("c");
        assertThat(sku.supplierId()).isEqualTo("f");
        assertThat(sku.contributionMedianMinor()).isEqualTo(40);
        assertThat(sku.settledLines()).isEqualTo(7);
        assertThat(sku.lateDelivery()).isEqualTo(0.2);
        assertThat(sku.outOfStockDays()).isEqualTo(2.5);
        assertThat(sku.lost()).isEqualTo(new LostSales(5.5, 7, 3));
        assertThat(demand.skus().get(1).lost()).isNull();
        assertThat(demand.skus().get(1).contributionMedianMinor()).isNull();
        assertThat(demand.skus().get(1).categoryId()).isNull();
    }
}
