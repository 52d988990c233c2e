/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryPlanTest {
    private static final int ORDER_LINES = 6_000;
    private static final Instant UNTIL = Instant.parse("2026-11-20T04:30:00Z");
    private final List<OrderPlan> plans = plans();

    private static List<OrderPlan> plans() {
        List<OrderPlan> plans = new ArrayList<>();
        World world = World.of(new WorldOptions(7, 60, 40, 100, 400, ORDER_LINES, UNTIL));
        new HistoryPlan(world, new Ids()).generate(plans::add);
        return plans;
    }

    @Test
    void theSameSeedIsTheSameHistory() {
        assertThat(plans()).isEqualTo(plans);
    }

    @Test
    void thereAreExactlyTheLinesThatWereAskedFor() {
        assertThat(plans.stream().mapToInt(plan -> plan.lines().size()).sum()).isEqualTo(ORDER_LINES);
    }

    @Test
    void ordersComeInOrderOfTimeAndEndWithTheHistory() {
        assertThat(plans)
                .extracting(plan -> plan.order().orderedAt())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(at -> at.isBefore(UNTIL));
    }

    @Test
    void singlesDayIsTheLargestDay() {
        Map<LocalDate, Long> orders = plans.stream()
                .collect(Collectors.groupingBy(
                        plan -> WorldOptions.day(plan.order().orderedAt()), Collectors.counting()));
        assertThat(orders).hasSize(60);
        assertThat(orders.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow())
                .extracting(Map.Entry::getKey)
                .isEqualTo(LocalDate.of(2026, 11, 11));
    }

    @Test
    void aParcelHoldsTheLinesOfOneSupplierAndPromisesADay() {
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.parcels().stream().map(Parcel::supplierId)).doesNotHaveDuplicates();
            for (Parcel parcel : plan.parcels()) {
                assertThat(Duration.between(parcel.createdAt(), parcel.promisedDispatchAt()))
                        .isBetween(Duration.ofHours(24), Duration.ofHours(72));
                assertThat(parcel.promisedDeliveryAt()).isAfter(parcel.promisedDispatchAt());
            }
        });
    }

    @Test
    void nothingIsCancelledAfterItsParcelLeft() {
        for (OrderPlan plan : plans) {
            Set<Long> left = new HashSet<>();
            for (Event event : plan.events()) {
                if (event instanceof Event.ParcelDispatched dispatched) {
                    left.add(dispatched.parcelId());
                } else if (event instanceof Event.LineCancelled cancelled) {
                    assertThat(left).doesNotContain(cancelled.parcelId());
                }
            }
        }
    }

    @Test
    void casesAreOpenedDaysLaterWithinTheReturnWindow() {
        for (OrderPlan plan : plans) {
            for (Event event : plan.events()) {
                if (event instanceof Event.CaseOpened opened) {
                    assertThat(Duration.between(plan.order().orderedAt(), opened.at()))
                            .isBetween(Duration.ofHours(8), Duration.ofDays(World.RETURN_WINDOW_DAYS));
                }
            }
        }
        assertThat(plans.stream().flatMap(plan -> plan.events().stream()))
                .hasAtLeastOneElementOfType(Event.CaseOpened.class);
    }
}
