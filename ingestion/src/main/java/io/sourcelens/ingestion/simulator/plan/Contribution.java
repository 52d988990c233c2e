/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.plan;

import io.sourcelens.ingestion.marketplace.AfterSaleCase;
import io.sourcelens.ingestion.marketplace.OrderLine;

/** The parts of the contribution in minor units; cancelled lines leave nothing but their share of the payment fee. */
public record Contribution(
        long saleRevenueMinor,
        long supplyCostMinor,
        long freightMinor,
        long platformFeeMinor,
        long paymentFeeMinor,
        long promotionMinor,
        long refundMinor,
        long returnReshipFreightMinor,
        long contributionMinor) {

    static final Contribution NONE = new Contribution(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Contribution of(
            long revenue,
            long supply,
            long freight,
            long platform,
            long payment,
            long promotion,
            long refund,
            long back) {
        return new Contribution(
                revenue,
                supply,
                freight,
                platform,
                payment,
                promotion,
                refund,
                back,
                revenue - supply - freight - platform - payment - promotion - refund - back);
    }

    Contribution plus(Contribution other) {
        return of(
                saleRevenueMinor + other.saleRevenueMinor,
                supplyCostMinor + other.supplyCostMinor,
                freightMinor + other.freightMinor,
                platformFeeMinor + other.platformFeeMinor,
                paymentFeeMinor + other.paymentFeeMinor,
                promotionMinor + other.promotionMinor,
                refundMinor + other.refundMinor,
                returnReshipFreightMinor + other.returnReshipFreightMinor);
    }

    static Contribution of(OrderState order) {
        Contribution sum = of(0, 0, 0, 0, order.payment().paymentFeeMinor(), 0, 0, 0);
        for (OrderLine line : order.lines()) {
            if (!line.isCancelled()) {
                sum = sum.plus(of(
                        line.saleRevenueMinor(),
                        line.supplyCostMinor(),
                        line.freightMinor(),
                        line.platformFeeMinor(),
                        0,
                        line.promotionMinor(),
                        0,
                        0));
            }
        }
        for (AfterSaleCase opened : order.cases()) {
            sum = sum.plus(of(
                    0, 0, 0, 0, 0, 0, opened.refundMinor(), opened.returnFreightMinor() + opened.reshipFreightMinor()));
        }
        return sum;
    }
}
