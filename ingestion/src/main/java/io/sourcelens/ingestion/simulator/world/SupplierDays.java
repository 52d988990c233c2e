/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * What a supplier's probabilities are on one day. Orders of a supplier and day succeed or fail together: the day's
 * probability is drawn from a Beta distribution around the supplier's own, so that counts are overdispersed
 * (intra-day correlation {@code 1 / (1 + CONCENTRATION)}).
 */
public final class SupplierDays {
    public static final double CONCENTRATION = 10;
    /** Weight of the logarithm of the festival's multiplier in the log-odds of lateness. */
    public static final double FESTIVAL_STRAIN = 0.6;

    private final WorldOptions options;
    private final SeasonCalendar calendar;
    private final Map<Key, SupplierDay> known = new HashMap<>();

    SupplierDays(WorldOptions options, SeasonCalendar calendar) {
        this.options = options;
        this.calendar = calendar;
    }

    private record Key(long supplierId, LocalDate day) {}

    /** Probabilities of a supplier's order lines and parcels ordered on a day. */
    public record SupplierDay(double late, double defect, double dishonest) {}

    public SupplierDay of(SupplierProfile supplier, LocalDate day) {
        return known.computeIfAbsent(new Key(supplier.id(), day), key -> draw(supplier, day));
    }

    /** What the day's probability of lateness is on average: planted probability, drift and festival strain. */
    public double meanLate(SupplierProfile supplier, LocalDate day) {
        double months = (ChronoUnit.DAYS.between(options.firstDay(), day) - options.days() / 2.0) / 30;
        double logOdds = Math.log(supplier.lateProbability() / (1 - supplier.lateProbability()))
                + supplier.driftPerMonth() * months
                + FESTIVAL_STRAIN * Math.log(calendar.festival(day));
        return Math.min(0.9, 1 / (1 + Math.exp(-logOdds)));
    }

    private SupplierDay draw(SupplierProfile supplier, LocalDate day) {
        Randomness randomness = Randomness.of(options.seed(), "supplier day", supplier.id(), day.toEpochDay());
        return new SupplierDay(
                randomness.beta(meanLate(supplier, day), CONCENTRATION),
                randomness.beta(supplier.defectProbability(), CONCENTRATION),
                randomness.beta(supplier.dishonestProbability(), CONCENTRATION));
    }
}
