/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.CancelReason;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SupplierProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Cancels lines before they leave: for lack of stock, shown or not, or because someone thought better of it. */
public final class Cancellations {
    public static final double NO_STOCK_WHEN_NONE_SHOWN = 0.35;

    private final World world;

    Cancellations(World world) {
        this.world = world;
    }

    Optional<Event.LineCancelled> plan(
            OrderLine line, SupplierProfile supplier, Instant leavesAt, Randomness randomness) {
        return reason(line, supplier, randomness).map(reason -> {
            long seconds = Duration.between(line.orderedAt(), leavesAt).toSeconds();
            Instant at = line.orderedAt().plusSeconds((long) (seconds * randomness.between(0.05, 0.95)));
            return new Event.LineCancelled(at, line.orderLineId(), line.parcelId(), line.orderId(), reason);
        });
    }

    private Optional<CancelReason> reason(OrderLine line, SupplierProfile supplier, Randomness randomness) {
        double noStock = line.shownStock() > 0
                ? world.supplierDay(supplier, line.orderedAt()).dishonest()
                : NO_STOCK_WHEN_NONE_SHOWN;
        if (randomness.chance(noStock)) {
            return Optional.of(CancelReason.NO_STOCK);
        }
        double draw = randomness.nextDouble();
        if (draw < 0.012) {
            return Optional.of(CancelReason.BUYER);
        }
        if (draw < 0.015) {
            return Optional.of(CancelReason.SELLER);
        }
        return draw < 0.016 ? Optional.of(CancelReason.OTHER) : Optional.empty();
    }
}
