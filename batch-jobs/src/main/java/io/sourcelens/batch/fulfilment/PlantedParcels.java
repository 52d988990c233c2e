/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.marketplace.Marketplace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Parcels of made-up suppliers: lognormal hours around a level of the supplier and one of the day, now and then a parcel that
 * is forgotten for days, and orders that are cancelled unless they left before. Dispatch is promised for 48 hours after the
 * order, delivery for 120.
 */
final class PlantedParcels {
    static final double DISPATCH_PROMISE_HOURS = 48;
    static final double DELIVERY_PROMISE_HOURS = 120;

    private static final Instant AS_OF = Instant.parse("2026-03-10T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final Marketplace MARKETPLACE = new Marketplace("m", "M", "CNY", ZoneOffset.UTC, 15, AS_OF);

    private static final double HOURS_A_DAY = 24;
    private static final double MICROS_AN_HOUR = 3_600e6;

    private final RandomDataGenerator random;

    /** @param perDay parcels on an average day */
    record Supplier(double level, double perDay) {}

    /** What becomes of a parcel in the end, in hours since its order; null what never happens. */
    record Fate(
            @Nullable Double scanned,
            @Nullable Double arrived,
            @Nullable Double cancelled) {
        boolean isDelivered(double withinHours) {
            return arrived != null && arrived <= withinHours;
        }

        boolean isDispatched(double withinHours) {
            return scanned != null && scanned <= withinHours;
        }
    }

    /** @param hoursAgo when it was ordered */
    record Planted(double hoursAgo, Fate fate) {
        boolean isOpen() {
            return !fate.isDelivered(hoursAgo) && (fate.cancelled() == null || fate.cancelled() > hoursAgo);
        }

        Parcel parcel() {
            int today = (int) TODAY.toEpochDay();
            long createdAt = AS_OF.toEpochMilli() * 1_000 - micros(hoursAgo);
            return new Parcel(
                    today - (int) ((hoursAgo - DISPATCH_PROMISE_HOURS) / HOURS_A_DAY),
                    today - (int) (hoursAgo / HOURS_A_DAY),
                    createdAt,
                    createdAt + micros(DISPATCH_PROMISE_HOURS),
                    createdAt + micros(DELIVERY_PROMISE_HOURS),
                    after(createdAt, fate.scanned()),
                    after(createdAt, fate.scanned()),
                    after(createdAt, fate.arrived()),
                    after(createdAt, fate.cancelled()),
                    "carrier",
                    "here",
                    "there");
        }

        private static long micros(double hours) {
            return Math.round(hours * MICROS_AN_HOUR);
        }

        private static @Nullable Long after(long createdAt, @Nullable Double hours) {
            return hours == null ? null : createdAt + micros(hours);
        }
    }

    PlantedParcels(RandomDataGenerator random) {
        this.random = random;
    }

    Supplier supplier() {
        return new Supplier(random.nextGaussian(3.1, 0.35), Math.exp(random.nextGaussian(1.3, 0.8)));
    }

    /** Everything that fell due for dispatch in so many days. */
    List<Planted> due(Supplier supplier, int days) {
        List<Planted> parcels = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            double level = level(supplier);
            long count = random.nextPoisson(supplier.perDay());
            for (int parcel = 0; parcel < count; parcel++) {
                double hoursAgo = DISPATCH_PROMISE_HOURS + (day + random.nextUniform(0, 1)) * HOURS_A_DAY;
                parcels.add(new Planted(hoursAgo, fate(level)));
            }
        }
        return parcels;
    }

    /** What becomes of parcels of many days, so that chance no longer matters. */
    List<Fate> longRun(Supplier supplier, int days, int parcelsADay) {
        List<Fate> fates = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            double level = level(supplier);
            for (int parcel = 0; parcel < parcelsADay; parcel++) {
                fates.add(fate(level));
            }
        }
        return fates;
    }

    private double level(Supplier supplier) {
        return random.nextGaussian(supplier.level(), 0.3);
    }

    private Fate fate(double level) {
        double forgotten = random.nextUniform(0, 1) < 0.04 ? 3 : 1;
        double scanned = forgotten * Math.exp(random.nextGaussian(level, 0.5));
        double cancelled = random.nextUniform(0, 1) < 0.08 ? random.nextExponential(20) : Double.MAX_VALUE;
        if (cancelled < scanned) {
            return new Fate(null, null, cancelled);
        }
        return new Fate(scanned, scanned + Math.exp(random.nextGaussian(4.1 + 0.3 * (level - 3.1), 0.35)), null);
    }
}
