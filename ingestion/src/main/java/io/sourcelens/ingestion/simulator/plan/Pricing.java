/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.OrderLine;
import io.sourcelens.ingestion.marketplace.OrderMode;
import io.sourcelens.ingestion.marketplace.Payment;
import io.sourcelens.ingestion.simulator.world.Lane;
import io.sourcelens.ingestion.simulator.world.Randomness;
import io.sourcelens.ingestion.simulator.world.SeasonCalendar;
import io.sourcelens.ingestion.simulator.world.SkuProfile;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.time.Instant;
import java.util.List;

/** What an order line costs and brings, in minor units. */
final class Pricing {
    private static final long WHOLESALE_SUPPLY_PRICE_PERCENT = 92;
    private static final long WHOLESALE_SALE_PRICE_PERCENT = 88;

    private final World world;

    Pricing(World world) {
        this.world = world;
    }

    /** Money of one line. */
    record Money(
            long salePriceMinor,
            long supplyPriceMinor,
            long freightMinor,
            long platformFeeMinor,
            long promotionMinor) {}

    /** @param inParcel grams that are already in the same parcel; its first kilogram is paid once */
    Money of(
            Basket.Item item,
            OrderMode mode,
            SkuProfile sku,
            Lane lane,
            long inParcel,
            Instant at,
            Randomness randomness) {
        long salePrice = salePrice(item.listing().salePriceMinor(), mode);
        long revenue = item.quantity() * salePrice;
        return new Money(
                salePrice,
                supplyPrice(sku.sku().supplyPriceMinor(), mode),
                freight(lane, inParcel + (long) item.quantity() * sku.sku().weightGrams())
                        - (inParcel == 0 ? 0 : freight(lane, inParcel)),
                Rounding.share(revenue, Math.round(world.department(sku).platformFeePercent() * 100)),
                Rounding.share(revenue, promotionBasisPoints(mode, at, randomness)));
    }

    /** The seller pays supply cost and outbound freight of the whole order when it places it. */
    static Payment payment(long paymentId, long orderId, List<OrderLine> lines, Instant at) {
        long amount = lines.stream()
                .mapToLong(line -> line.supplyCostMinor() + line.freightMinor())
                .sum();
        return new Payment(paymentId, orderId, amount, Rounding.share(amount, Rounding.PAYMENT_FEE_BASIS_POINTS), at);
    }

    /** A sample has no customer who would pay for it. */
    private static long salePrice(long listedMinor, OrderMode mode) {
        return switch (mode) {
            case DROPSHIP -> listedMinor;
            case WHOLESALE -> listedMinor * WHOLESALE_SALE_PRICE_PERCENT / 100;
            case SAMPLE -> 0;
        };
    }

    private static long supplyPrice(long supplyMinor, OrderMode mode) {
        return switch (mode) {
            case DROPSHIP, SAMPLE -> supplyMinor;
            case WHOLESALE -> supplyMinor * WHOLESALE_SUPPLY_PRICE_PERCENT / 100;
        };
    }

    static long freight(Lane lane, long grams) {
        long furtherHalfKilograms = Math.max(0, (grams - 1_000 + 499) / 500);
        return lane.firstKilogramMinor() + furtherHalfKilograms * lane.furtherHalfKilogramMinor();
    }

    private long promotionBasisPoints(OrderMode mode, Instant at, Randomness randomness) {
        SeasonCalendar calendar = world.calendar();
        boolean festival = calendar.isFestival(WorldOptions.day(at));
        if (mode != OrderMode.DROPSHIP || !randomness.chance(festival ? 0.6 : 0.06)) {
            return 0;
        }
        return festival ? randomness.wholeBetween(500, 1_500) : randomness.wholeBetween(200, 800);
    }
}
