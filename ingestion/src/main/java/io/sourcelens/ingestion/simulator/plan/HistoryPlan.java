/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.simulator.world.Demand;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Generates the orders of the whole history in order of time. */
public final class HistoryPlan {
    private final World world;
    private final OrderPlanner planner;
    private final OrderTimes times;

    public HistoryPlan(World world, Ids ids) {
        this.world = world;
        this.times = new OrderTimes(world.options(), world.calendar());
        this.planner = new OrderPlanner(world, new ListingIndex(world, world.listings()), world.stock()::shown, ids);
    }

    /** Hands over every order once, oldest first; together they have exactly as many lines as were asked for. */
    public void generate(Consumer<OrderPlan> orders) {
        List<Integer> linesPerDay = times.linesPerDay();
        for (int i = 0; i < linesPerDay.size(); i++) {
            generateDay(world.options().firstDay().plusDays(i), linesPerDay.get(i), orders);
        }
    }

    private void generateDay(LocalDate day, int lines, Consumer<OrderPlan> orders) {
        if (lines == 0) {
            return;
        }
        Randomness randomness = Randomness.of(world.options().seed(), "orders", day.toEpochDay());
        Demand demand = world.demand(day);
        List<Integer> sizes = sizes(lines, randomness);
        List<Instant> orderedAt = times.of(day, sizes.size(), randomness);
        int missing = 0;
        for (int i = 0; i < sizes.size() || missing > 0; i++) {
            // A seller with few listings leaves lines over: the next order takes them.
            int wanted = missing + (i < sizes.size() ? sizes.get(i) : 0);
            OrderPlan plan = planner.plan(orderedAt.get(Math.min(i, sizes.size() - 1)), wanted, demand, randomness);
            missing = wanted - plan.lines().size();
            orders.accept(plan);
        }
    }

    private static List<Integer> sizes(int lines, Randomness randomness) {
        List<Integer> sizes = new ArrayList<>();
        for (int remaining = lines; remaining > 0; remaining -= sizes.get(sizes.size() - 1)) {
            sizes.add(Math.min(remaining, Baskets.size(randomness)));
        }
        return sizes;
    }
}
