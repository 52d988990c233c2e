/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StartsTest {
    /** Noon of 10 June in Shanghai: the last whole day is the 9th. */
    private static final Marketplace ONE =
            new Marketplace("m", "M", "CNY", ZoneId.of("Asia/Shanghai"), 10, Instant.parse("2026-06-10T04:00:00Z"));

    private static final Marketplaces MARKETPLACES = new Marketplaces(List.of(ONE));
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    private record Sale(String sku, String seller, LocalDate day, int lines, int cancelled, int units, Integer left) {
        String row() {
            return "'m', '%s', '%s', '%s', %d, %d, %d, 1, %s"
                    .formatted(sku, seller, day, lines, cancelled, units, left);
        }
    }

    private static Dataset<Row> margins(List<Sale> sales) {
        return Rows.of(
                "marketplace string, sku_id string, seller_id string, day date, order_lines bigint,"
                        + " cancelled_order_lines bigint, units bigint, settled_order_lines bigint, contribution_minor bigint",
                sales.stream().map(Sale::row).toArray(String[]::new));
    }

    private static Dataset<Row> levels(String... rows) {
        return Rows.of(
                "marketplace string, sku_id string, stock_level_id string, shown_quantity int, recorded_at timestamp,"
                        + " source_position bigint, deleted boolean",
                rows);
    }

    @Test
    void salesAreThoseOfTheSkusOwnDays() {
        SplittableRandom random = new SplittableRandom(3);
        List<Arrival> arrivals = new ArrayList<>();
        Set<String> days = new HashSet<>();
        List<Sale> sales = new ArrayList<>();
        for (int sku = 0; sku < 12; sku++) {
            arrivals.add(new Arrival("m", "s" + sku, MARCH.plusDays(random.nextInt(80))));
        }
        for (int i = 0; i < 600; i++) {
            String sku = "s" + random.nextInt(13);
            String seller = random.nextInt(9) == 0 ? "unknown" : "t" + random.nextInt(6);
            LocalDate day = MARCH.plusDays(random.nextInt(101));
            if (days.add(sku + seller + day)) {
                int cancelled = random.nextInt(2);
                int kept = random.nextInt(3);
                sales.add(new Sale(
                        sku,
                        seller,
                        day,
                        kept + cancelled + (kept + cancelled == 0 ? 1 : 0),
                        cancelled + (kept + cancelled == 0 ? 1 : 0),
                        2 * kept,
                        sku.equals("s3") ? null : (Integer) (random.nextInt(500) - 100)));
            }
        }

        Map<Arrival, Start[]> starts = Starts.of(arrivals, margins(sales), levels(), MARKETPLACES);

        assertThat(starts).hasSize(12);
        starts.forEach((arrival, ofSku) -> {
            for (int age = 0; age < 3; age++) {
                assertThat(ofSku[age]).isEqualTo(byHand(arrival, Starts.AGES.get(age), sales));
            }
        });
    }

    private static Start byHand(Arrival arrival, int age, List<Sale> sales) {
        List<Sale> own = sales.stream()
                .filter(sale -> sale.sku().equals(arrival.skuId()))
                .filter(sale -> !sale.day().isBefore(arrival.day())
                        && sale.day().isBefore(arrival.day().plusDays(age))
                        && sale.day().isBefore(ONE.unfinishedDay()))
                .toList();
        long sellers = 0;
        long repeated = 0;
        for (int seller = 0; seller < 6; seller++) {
            String name = "t" + seller;
            long soldDays = own.stream()
                    .filter(sale -> sale.seller().equals(name) && sale.units() > 0)
                    .count();
            sellers += soldDays > 0 ? 1 : 0;
            repeated += soldDays > 1 ? 1 : 0;
        }
        long all = own.stream().mapToLong(Sale::lines).sum();
        return new Start(
                all - own.stream().mapToLong(Sale::cancelled).sum(),
                all,
                own.size(),
                own.stream().mapToLong(Sale::units).sum(),
                own.stream().anyMatch(sale -> sale.left() == null)
                        ? null
                        : Long.valueOf(own.stream().mapToLong(Sale::left).sum()),
                sellers,
                repeated,
                null);
    }

    @Test
    void theStockOfAnAgeIsTheLevelInForceThen() {
        Arrival arrival = new Arrival("m", "s", LocalDate.of(2026, 4, 1));
        Start[] ofSku = Starts.of(
                        List.of(arrival),
                        margins(List.of()),
                        levels(
                                "'m', 's', '0', 99, '2026-01-31 04:00:00', 1, false",
                                "'m', 's', '1', 50, '2026-03-20 04:00:00', 2, false",
                                // The last instant of 7 April in Shanghai, and the first of the 8th.
                                "'m', 's', '2', 40, '2026-04-07 15:59:59', 3, false",
                                "'m', 's', '3', 30, '2026-04-07 16:00:00', 4, false",
                                "'m', 's', '4', 77, '2026-04-20 16:00:00', 5, true",
                                "'m', 's', '5', 0, '2026-05-15 16:00:00', 6, false"),
                        MARKETPLACES)
                .get(arrival);

        assertThat(ofSku).extracting(Start::stockUnits).containsExactly(40, 30, 0);
        assertThat(Starts.of(
                                List.of(arrival),
                                margins(List.of()),
                                levels("'m', 's', '0', 99, '2026-01-31 04:00:00', 1, false"),
                                MARKETPLACES)
                        .get(arrival))
                .as("a level of long before")
                .containsOnly(Start.NOTHING);
    }
}
