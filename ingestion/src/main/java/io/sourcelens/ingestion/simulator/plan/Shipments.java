/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.marketplace.ScanKind;
import io.sourcelens.ingestion.simulator.world.Carrier;
import io.sourcelens.ingestion.simulator.world.Lane;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SupplierProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * Ships parcels. Order to first scan is the supplier's doing, first scan to delivery the carrier's. Not every parcel is
 * clean: some are never picked up, lost, or delivered without a pick-up scan or without any.
 */
public final class Shipments {
    public static final double NEVER_PICKED_UP = 0.002;
    public static final double LOST = 0.003;
    public static final double NO_PICK_UP_SCAN = 0.004;
    public static final double NO_SCAN_AT_ALL = 0.0007;

    private static final Duration AT_LEAST = Duration.ofMinutes(10);

    private final World world;

    Shipments(World world) {
        this.world = world;
    }

    Shipment plan(Parcel parcel, SupplierProfile supplier, Carrier carrier, Lane lane, Randomness randomness) {
        Shipment.Builder shipment = new Shipment.Builder(parcel);
        boolean late = randomness.chance(
                world.supplierDay(supplier, parcel.createdAt()).late());
        Instant pickedUpAt = pickedUpAt(parcel, late, randomness);
        shipment.dispatched(clickedAt(parcel, pickedUpAt, late, randomness));
        if (randomness.chance(NEVER_PICKED_UP)) {
            return shipment.lost();
        }
        double transitHours = lane.transitHours()
                * carrier.pace()
                * randomness.logNormal(1, 0.18)
                * (carrier.hasBadWeek(world.options().seed(), pickedUpAt) ? Carrier.BAD_WEEK_PACE : 1);
        return underway(shipment, pickedUpAt, transitHours, lane, randomness);
    }

    private static Shipment underway(
            Shipment.Builder shipment, Instant pickedUpAt, double transitHours, Lane lane, Randomness randomness) {
        Instant deliveredAt = after(pickedUpAt, transitHours);
        double anomaly = randomness.nextDouble();
        if (anomaly < NO_SCAN_AT_ALL) {
            return shipment.delivered(deliveredAt);
        }
        if (anomaly > NO_SCAN_AT_ALL + NO_PICK_UP_SCAN) {
            shipment.scanned(pickedUpAt, ScanKind.PICKED_UP, lane.from());
        }
        Instant halfway = after(pickedUpAt, transitHours * randomness.between(0.35, 0.7));
        shipment.scanned(halfway, ScanKind.IN_TRANSIT, randomness.chance(0.5) ? lane.from() : lane.to());
        if (randomness.chance(LOST)) {
            return shipment.scanned(after(halfway, 72), ScanKind.EXCEPTION, lane.to())
                    .lost();
        }
        if (randomness.chance(0.2)) {
            shipment.scanned(after(pickedUpAt, transitHours * 0.93), ScanKind.OUT_FOR_DELIVERY, lane.to());
        }
        return shipment.scanned(deliveredAt, ScanKind.DELIVERED, lane.to()).delivered(deliveredAt);
    }

    private static Instant pickedUpAt(Parcel parcel, boolean late, Randomness randomness) {
        if (late) {
            double hoursLate = Math.min(15 * 24, randomness.logNormal(13, 0.9));
            return after(parcel.promisedDispatchAt(), Math.max(0.05, hoursLate));
        }
        Duration promise = Duration.between(parcel.createdAt(), parcel.promisedDispatchAt());
        double share = 0.08 + 0.9 * randomness.beta(0.48, 4.2);
        return after(parcel.createdAt(), promise.toMinutes() / 60.0 * share);
    }

    /** A late supplier often says "dispatched" in time all the same. */
    private static Instant clickedAt(Parcel parcel, Instant pickedUpAt, boolean late, Randomness randomness) {
        Instant clicked = late && randomness.chance(0.4)
                ? after(parcel.promisedDispatchAt(), -randomness.between(0.5, 6))
                : after(pickedUpAt, -randomness.exponential(4));
        Instant earliest = parcel.createdAt().plus(AT_LEAST);
        return clicked.isBefore(earliest) ? earliest : clicked;
    }

    private static Instant after(Instant at, double hours) {
        return at.plusSeconds(Math.round(hours * 3_600));
    }
}
