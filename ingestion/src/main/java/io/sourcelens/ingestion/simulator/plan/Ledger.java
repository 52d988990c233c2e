/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.AfterSaleCase;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.TrackingScan;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps count of what was generated, while it is generated. */
public final class Ledger {
    private final List<ParcelFact> parcels = new ArrayList<>();
    private final List<LineFact> lines = new ArrayList<>();
    private Contribution contribution = Contribution.NONE;
    private Instant asOf = Instant.MIN;

    private record ParcelFact(
            long supplierId,
            Instant promisedDispatchAt,
            @Nullable Instant firstScanAt) {
        boolean notScanned() {
            return firstScanAt == null;
        }

        boolean late() {
            return firstScanAt == null || firstScanAt.isAfter(promisedDispatchAt);
        }
    }

    private record LineFact(long supplierId, Instant orderedAt, boolean defect) {}

    /** Adds an order as it stands at the end of the history. */
    public void add(OrderState order) {
        if (order.order().orderedAt().isAfter(asOf)) {
            asOf = order.order().orderedAt();
        }
        contribution = contribution.plus(Contribution.of(order));
        Map<Long, Instant> firstScans = new HashMap<>();
        for (TrackingScan scan : order.scans()) {
            firstScans.merge(scan.parcelId(), scan.scannedAt(), (one, other) -> one.isBefore(other) ? one : other);
        }
        for (Parcel parcel : order.parcels()) {
            if (parcel.cancelledAt() == null) {
                parcels.add(new ParcelFact(
                        parcel.supplierId(), parcel.promisedDispatchAt(), firstScans.get(parcel.parcelId())));
            }
        }
        Set<Long> defects = new HashSet<>();
        order.cases().stream()
                .filter(opened -> opened.reason().isDefect())
                .map(AfterSaleCase::orderLineId)
                .forEach(defects::add);
        for (OrderLine line : order.lines()) {
            if (!line.isCancelled()) {
                lines.add(new LineFact(line.supplierId(), line.orderedAt(), defects.contains(line.orderLineId())));
            }
        }
    }

    /** Newest order: what a scorecard takes for now. */
    public Instant asOf() {
        return asOf;
    }

    public Contribution contribution() {
        return contribution;
    }

    /** Counts of the whole history; parcels that are due before {@code until}. */
    public Collection<SupplierCounts> suppliers(Instant until) {
        return count(Instant.MIN, until);
    }

    /** Counts of a window of marketplace days that ends on the day of the newest order. */
    public Collection<SupplierCounts> suppliersInWindow(int days) {
        return count(WorldOptions.startOf(WorldOptions.day(asOf).minusDays(days - 1L)), asOf);
    }

    private Collection<SupplierCounts> count(Instant from, Instant dueBefore) {
        Map<Long, SupplierCounts> counts = new TreeMap<>();
        for (ParcelFact parcel : parcels) {
            Instant due = parcel.promisedDispatchAt;
            if (!due.isBefore(from) && due.isBefore(dueBefore)) {
                counts.compute(parcel.supplierId, (id, c) -> orNone(id, c).parcel(parcel.late(), parcel.notScanned()));
            }
        }
        for (LineFact line : lines) {
            if (!line.orderedAt.isBefore(from)) {
                counts.compute(line.supplierId, (id, c) -> orNone(id, c).line(line.defect));
            }
        }
        return counts.values();
    }

    private static SupplierCounts orNone(Long supplierId, @Nullable SupplierCounts counts) {
        return counts == null ? SupplierCounts.none(supplierId) : counts;
    }
}
