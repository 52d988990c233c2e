/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.CaseKind;
import io.sourcelens.ingestion.marketplace.CaseReason;
import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.Parcel;
import io.sourcelens.ingestion.simulator.world.Lane;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens after-sale cases days after the delivery (or after it failed to come), within the return window. */
public final class AfterSales {
    public static final double MISSING_WHEN_LOST = 0.8;
    public static final double LATE_WHEN_LATE = 0.05;
    /** Days from delivery to the case: one third of a day plus a Gamma draw, at most 20. */
    public static final double LAG_SHAPE = 1.6;

    public static final double LAG_SCALE = 3.2;

    /** Nine in twenty quality, six not as described, four damaged, one missing. */
    private static final List<CaseReason> DEFECTS = List.of(
            CaseReason.QUALITY,
            CaseReason.QUALITY,
            CaseReason.QUALITY,
            CaseReason.QUALITY,
            CaseReason.NOT_AS_DESCRIBED,
            CaseReason.NOT_AS_DESCRIBED,
            CaseReason.NOT_AS_DESCRIBED,
            CaseReason.DAMAGED,
            CaseReason.DAMAGED,
            CaseReason.MISSING);

    private final World world;

    AfterSales(World world) {
        this.world = world;
    }

    Optional<Event.CaseOpened> plan(
            OrderLine line,
            SkuProfile sku,
            Parcel parcel,
            @Nullable Instant deliveredAt,
            Lane lane,
            Randomness randomness) {
        Instant windowEnd = line.orderedAt().plus(Duration.ofDays(World.RETURN_WINDOW_DAYS));
        return reason(line, sku, parcel, deliveredAt, randomness)
                .map(reason -> open(line, reason, openedAt(parcel, deliveredAt, randomness), lane, randomness))
                .filter(opened -> opened.at().isBefore(windowEnd));
    }

    private Optional<CaseReason> reason(
            OrderLine line, SkuProfile sku, Parcel parcel, @Nullable Instant deliveredAt, Randomness randomness) {
        if (deliveredAt == null) {
            return randomness.chance(MISSING_WHEN_LOST) ? Optional.of(CaseReason.MISSING) : Optional.empty();
        }
        if (randomness.chance(
                world.supplierDay(sku.supplier(), line.orderedAt()).defect())) {
            return Optional.of(randomness.pick(DEFECTS));
        }
        if (deliveredAt.isAfter(parcel.promisedDeliveryAt()) && randomness.chance(LATE_WHEN_LATE)) {
            return Optional.of(CaseReason.LATE);
        }
        return randomness.chance(world.department(sku).noReasonReturnRate())
                ? Optional.of(CaseReason.NO_REASON)
                : Optional.empty();
    }

    private static Instant openedAt(Parcel parcel, @Nullable Instant deliveredAt, Randomness randomness) {
        double days = Math.min(20, 0.33 + randomness.gamma(LAG_SHAPE, LAG_SCALE));
        Instant from = deliveredAt == null ? parcel.promisedDeliveryAt().plus(Duration.ofDays(4)) : deliveredAt;
        return from.plusSeconds(Math.round(days * 86_400));
    }

    private static Event.CaseOpened open(
            OrderLine line, CaseReason reason, Instant at, Lane lane, Randomness randomness) {
        CaseKind kind = kind(reason, randomness);
        long paid = Math.max(0, line.saleRevenueMinor() - line.promotionMinor());
        long freight = lane.firstKilogramMinor();
        return new Event.CaseOpened(
                at,
                line.orderLineId(),
                kind,
                reason,
                switch (kind) {
                    case RETURN -> paid;
                    case REFUND -> Rounding.share(paid, randomness.wholeBetween(2_000, 10_000));
                    case RESHIP -> 0;
                },
                kind == CaseKind.RETURN && reason != CaseReason.NO_REASON ? freight : 0,
                kind == CaseKind.RESHIP ? freight : 0,
                at.plusSeconds(Math.round(86_400 * randomness.between(0.5, 6))));
    }

    private static CaseKind kind(CaseReason reason, Randomness randomness) {
        double draw = randomness.nextDouble();
        return switch (reason) {
            case QUALITY, NOT_AS_DESCRIBED ->
                draw < 0.55 ? CaseKind.RETURN : draw < 0.9 ? CaseKind.REFUND : CaseKind.RESHIP;
            case DAMAGED, MISSING -> draw < 0.5 ? CaseKind.RESHIP : CaseKind.REFUND;
            case LATE -> CaseKind.REFUND;
            case NO_REASON -> CaseKind.RETURN;
        };
    }
}
