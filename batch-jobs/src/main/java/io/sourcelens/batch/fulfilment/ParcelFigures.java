/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Figures of one supplier's parcels of one window that need no other supplier. */
final class ParcelFigures {
    /** Within so long a carrier scans what really left. */
    static final long TRACKED_WITHIN_MICROS = 48 * 3_600_000_000L;

    private final String supplierId;
    private final int windowDays;
    private final List<Parcel> parcels;
    private final long asOf;

    /** @param parcels of the window, in any order */
    ParcelFigures(String supplierId, int windowDays, List<Parcel> parcels, long asOf) {
        this.supplierId = supplierId;
        this.windowDays = windowDays;
        this.parcels = parcels;
        this.asOf = asOf;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        CumulativeIncidence dispatch =
                followed(parcels, parcel -> parcel.until(parcel.firstScannedAt(), parcel.createdAt(), asOf));
        figures.add(figure(Measure.DISPATCHED_WITHIN_24_HOURS, dispatch, dispatch.by(24)));
        figures.add(figure(Measure.DISPATCHED_WITHIN_48_HOURS, dispatch, dispatch.by(48)));
        figures.add(figure(Measure.DISPATCH_HOURS_MEDIAN, dispatch, dispatch.quantile(0.5)));
        figures.add(figure(Measure.DISPATCH_HOURS_P90, dispatch, dispatch.quantile(0.9)));
        CumulativeIncidence delivery = delivery();
        figures.add(figure(Measure.DELIVERED_BY_PROMISE, delivery, delivery.by(0)));
        CumulativeIncidence transit = followed(
                parcels.stream()
                        .filter(parcel -> parcel.isInCarriersHands(asOf))
                        .toList(),
                parcel -> parcel.until(parcel.arrivedAt(), parcel.firstScannedAt(), asOf));
        figures.add(figure(Measure.TRANSIT_HOURS_MEDIAN, transit, transit.quantile(0.5)));
        figures.add(figure(Measure.TRANSIT_HOURS_P90, transit, transit.quantile(0.9)));
        figures.addAll(labels());
        return figures;
    }

    /** The clock's zero is the promise, so that promises of any length are compared. */
    private CumulativeIncidence delivery() {
        return followed(
                parcels.stream()
                        .filter(parcel -> parcel.promisedDeliveryAt() != null)
                        .toList(),
                parcel -> parcel.until(parcel.arrivedAt(), Objects.requireNonNull(parcel.promisedDeliveryAt()), asOf));
    }

    private List<Figure> labels() {
        List<Parcel> labelled = parcels.stream()
                .filter(parcel -> parcel.dispatchedAt() != null && parcel.dispatchedAt() <= asOf)
                .toList();
        CumulativeIncidence gap = followed(labelled, parcel -> gap(parcel));
        List<Parcel> mature = labelled.stream()
                .filter(parcel -> parcel.dispatchedAt() + TRACKED_WITHIN_MICROS <= asOf)
                .filter(parcel -> parcel.cancelledAt() == null)
                .toList();
        long tracked = mature.stream()
                .filter(parcel -> parcel.firstScannedAt() != null
                        && parcel.firstScannedAt() <= parcel.dispatchedAt() + TRACKED_WITHIN_MICROS)
                .count();
        Double maturity = labelled.isEmpty() ? null : (double) mature.size() / labelled.size();
        return List.of(
                Figure.counted(
                        supplierId, Figure.ALL, windowDays, Measure.VALID_TRACKING, tracked, mature.size(), maturity),
                figure(Measure.LABEL_TO_SCAN_HOURS_MEDIAN, gap, gap.quantile(0.5)),
                figure(Measure.LABEL_TO_SCAN_HOURS_P90, gap, gap.quantile(0.9)));
    }

    /** Scanned before the supplier said so: no gap at all. */
    private FollowUp gap(Parcel parcel) {
        FollowUp followed = parcel.until(parcel.firstScannedAt(), Objects.requireNonNull(parcel.dispatchedAt()), asOf);
        return new FollowUp(Math.max(0, followed.hours()), followed.ending(), followed.cluster());
    }

    private static CumulativeIncidence followed(List<Parcel> parcels, Function<Parcel, FollowUp> follow) {
        return CumulativeIncidence.of(parcels.stream().map(follow).toList());
    }

    private Figure figure(Measure measure, CumulativeIncidence incidence, Estimate estimate) {
        return Figure.survival(supplierId, windowDays, measure, incidence, estimate);
    }
}
