/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.simulator.plan.AfterSales;
import io.sourcelens.ingestion.simulator.plan.Cancellations;
import io.sourcelens.ingestion.simulator.plan.Shipments;
import io.sourcelens.ingestion.simulator.world.Carrier;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.SupplierDays;
import io.sourcelens.ingestion.simulator.world.SupplierProfile;
import io.sourcelens.ingestion.simulator.world.Trend;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What was planted, for whoever wants to find it again. */
record PlantedTruth(
        List<SupplierTruth> suppliers,
        List<CarrierTruth> carriers,
        List<Long> risingSkus,
        List<Long> fadingSkus,
        List<DayTruth> days,
        Map<String, Double> constants) {

    /** @param lateProbabilityOnLastDay with drift and festival strain */
    record SupplierTruth(
            long supplierId,
            double lateProbability,
            double driftPerMonth,
            double lateProbabilityOnLastDay,
            double defectProbability,
            double dishonestProbability,
            int promiseHours,
            String usualCarrier) {}

    /** @param badWeeks Mondays of the weeks in which everything picked up takes longer */
    record CarrierTruth(String carrier, double pace, List<LocalDate> badWeeks) {}

    /** @param demand multiplier of the day by weekday and festival */
    record DayTruth(LocalDate day, double demand, double festival) {}

    static PlantedTruth of(World world) {
        return new PlantedTruth(
                world.suppliers().stream()
                        .map(supplier -> supplier(world, supplier))
                        .toList(),
                world.carriers().stream()
                        .map(carrier -> carrier(world, carrier))
                        .toList(),
                skus(world, Trend.Kind.RISING),
                skus(world, Trend.Kind.FADING),
                days(world.options()).stream()
                        .map(day -> new DayTruth(
                                day,
                                world.calendar().demand(day),
                                world.calendar().festival(day)))
                        .toList(),
                Map.of(
                        "supplier_day_concentration", SupplierDays.CONCENTRATION,
                        "festival_strain", SupplierDays.FESTIVAL_STRAIN,
                        "bad_week_pace", Carrier.BAD_WEEK_PACE,
                        "never_picked_up", Shipments.NEVER_PICKED_UP,
                        "lost", Shipments.LOST,
                        "no_pick_up_scan", Shipments.NO_PICK_UP_SCAN,
                        "no_scan_at_all", Shipments.NO_SCAN_AT_ALL,
                        "no_stock_when_none_shown", Cancellations.NO_STOCK_WHEN_NONE_SHOWN,
                        "case_lag_days_gamma_shape", AfterSales.LAG_SHAPE,
                        "case_lag_days_gamma_scale", AfterSales.LAG_SCALE));
    }

    private static SupplierTruth supplier(World world, SupplierProfile supplier) {
        return new SupplierTruth(
                supplier.id(),
                supplier.lateProbability(),
                supplier.driftPerMonth(),
                world.meanLate(supplier, world.options().lastDay()),
                supplier.defectProbability(),
                supplier.dishonestProbability(),
                supplier.promiseHours(),
                world.carriers().get(supplier.carrier()).name());
    }

    private static CarrierTruth carrier(World world, Carrier carrier) {
        List<LocalDate> badWeeks = days(world.options()).stream()
                .map(day -> day.minusDays(day.getDayOfWeek().getValue() - 1L))
                .distinct()
                .filter(monday -> carrier.hasBadWeek(world.options().seed(), monday))
                .toList();
        return new CarrierTruth(carrier.name(), carrier.pace(), badWeeks);
    }

    private static List<Long> skus(World world, Trend.Kind kind) {
        return world.skus().stream()
                .filter(sku -> sku.trend().kind() == kind)
                .map(SkuProfile::id)
                .toList();
    }

    private static List<LocalDate> days(WorldOptions options) {
        return options.firstDay().datesUntil(options.lastDay().plusDays(1)).toList();
    }
}
