/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.marketplace.Marketplace;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Parcels in a carrier's hands, by lane, carrier and week of the first scan. Only those scanned {@link #FOLLOWED_HOURS} ago
 * or earlier are judged, so that slow ones are not missing; what had not arrived by then took so long.
 */
final class Transits {
    static final double FOLLOWED_HOURS = 240;

    private final Marketplace marketplace;
    private final long asOf;

    Transits(Marketplace marketplace, long asOf) {
        this.marketplace = marketplace;
        this.asOf = asOf;
    }

    boolean isJudged(Parcel parcel) {
        return parcel.isInCarriersHands(asOf)
                && parcel.cancelledAt() == null
                && parcel.carrier() != null
                && parcel.shipFromProvince() != null
                && parcel.shipToProvince() != null
                && Parcel.hours(parcel.firstScannedAt(), asOf) >= FOLLOWED_HOURS;
    }

    Collection<Cell> hours(List<Parcel> parcels) {
        Map<String, Cell> cells = new TreeMap<>();
        parcels.stream().filter(this::isJudged).forEach(parcel -> add(cells, parcel, hours(parcel)));
        return cells.values();
    }

    /** Parcels that took longer than the promises leave between dispatch and delivery. */
    Collection<Cell> tooSlow(List<Parcel> parcels) {
        Map<String, Cell> cells = new TreeMap<>();
        parcels.stream()
                .filter(this::isJudged)
                .filter(parcel -> parcel.promisedDispatchAt() != null
                        && parcel.promisedDeliveryAt() != null
                        && parcel.promisedDeliveryAt() > parcel.promisedDispatchAt())
                .forEach(parcel -> add(cells, parcel, isTooSlow(parcel) ? 1 : 0));
        return cells.values();
    }

    private static double hours(Parcel parcel) {
        double hours = parcel.arrivedAt() == null
                ? FOLLOWED_HOURS
                : Parcel.hours(Objects.requireNonNull(parcel.firstScannedAt()), parcel.arrivedAt());
        return Math.min(FOLLOWED_HOURS, hours);
    }

    private static boolean isTooSlow(Parcel parcel) {
        return hours(parcel)
                > Parcel.hours(
                        Objects.requireNonNull(parcel.promisedDispatchAt()),
                        Objects.requireNonNull(parcel.promisedDeliveryAt()));
    }

    private void add(Map<String, Cell> cells, Parcel parcel, double value) {
        String lane = parcel.shipFromProvince() + " → " + parcel.shipToProvince();
        String carrierWeek = parcel.carrier() + " " + monday(Objects.requireNonNull(parcel.firstScannedAt()));
        cells.merge(
                lane + " " + carrierWeek,
                new Cell(lane, carrierWeek, 1, value),
                (one, more) -> new Cell(lane, carrierWeek, one.parcels() + 1, one.total() + value));
    }

    private LocalDate monday(long micros) {
        Instant scannedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return marketplace.day(scannedAt).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
