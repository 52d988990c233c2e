/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int DAYS = 400;

    private record Order(String id, LocalDate day) {}

    private static List<Order> orders(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(id -> new Order("o" + id, FIRST.plusDays(random.nextInt(DAYS))))
                .toList();
    }

    private static Dataset<Row> rows(List<Order> orders) {
        return Rows.of(
                "marketplace string, order_id string, ordered_at timestamp, day date",
                orders.stream()
                        .map(order -> "'demo', '%1$s', '%2$s 10:00:00', '%2$s'".formatted(order.id(), order.day()))
                        .toArray(String[]::new));
    }

    private static Dataset<Row> payments(List<String> orderIds) {
        return Rows.of(
                "marketplace string, order_id string, paid_at timestamp",
                orderIds.stream()
                        .map(id -> "'demo', '%s', '%s 10:00:00'".formatted(id, FIRST.plusDays(DAYS)))
                        .toArray(String[]::new));
    }

    private static SortedSet<LocalDate> found(List<Order> orders, Dataset<Row> payments) {
        MarketplaceDays days = Keys.days(rows(orders), "ordered_at", payments, "paid_at", "order_id");
        return days.days().getOrDefault("demo", new TreeSet<>());
    }

    private static SortedSet<LocalDate> ofOrders(List<Order> orders, List<String> ids) {
        SortedSet<LocalDate> days = new TreeSet<>();
        orders.stream().filter(order -> ids.contains(order.id())).forEach(order -> days.add(order.day()));
        return days;
    }

    @Test
    void daysAreFoundHoweverLongAgoTheyAre() {
        List<Order> orders = orders(1, 500);
        Random random = new Random(2);
        for (int asked : List.of(1, 20, 150)) {
            List<String> ids = IntStream.range(0, asked)
                    .mapToObj(any -> "o" + random.nextInt(500))
                    .toList();

            assertThat(found(orders, payments(ids))).isEqualTo(ofOrders(orders, ids));
        }
    }

    @Test
    void daysOfMoreKeysThanFilesAreSkippedByAreFound() {
        List<Order> orders = orders(3, 1_000);
        List<String> ids = orders.stream().map(Order::id).toList();

        assertThat(found(orders, payments(ids))).isEqualTo(ofOrders(orders, ids));
    }

    @Test
    void anUnknownKeyHasNoDayAndHidesNoOthers() {
        List<Order> orders = List.of(new Order("old", FIRST), new Order("new", FIRST.plusDays(DAYS - 1)));

        assertThat(found(orders, payments(List.of("unknown", "old", "new"))))
                .containsExactly(FIRST, FIRST.plusDays(DAYS - 1));
    }

    @Test
    void aKeyOfSeveralDaysDoesNotStandForAnotherThatIsMissing() {
        LocalDate recent = FIRST.plusDays(DAYS - 2);
        List<Order> orders =
                List.of(new Order("twice", recent), new Order("twice", recent.plusDays(1)), new Order("old", FIRST));

        assertThat(found(orders, payments(List.of("twice", "old")))).containsExactly(FIRST, recent, recent.plusDays(1));
    }

    @Test
    void changesWithoutATimeAreLookedForEverywhere() {
        List<Order> orders = List.of(new Order("old", FIRST));
        Dataset<Row> payment = Rows.of("marketplace string, order_id string, paid_at timestamp", "'demo', 'old', NULL");

        assertThat(found(orders, payment)).containsExactly(FIRST);
    }

    @Test
    void whatHappensLittleBeforeAnOrderIsKeptForItsClock() {
        Dataset<Row> payments = Rows.of(
                "order_id string, paid_at timestamp",
                "'a', '2026-02-21 00:00:00'",
                "'b', '2026-02-23 00:00:00'",
                "'c', '2026-03-05 00:00:00'");

        assertThat(Rows.texts(Keys.since(payments, "paid_at", Instant.parse("2026-03-01T00:00:00Z")), "order_id"))
                .containsExactly("b", "c");
    }
}
