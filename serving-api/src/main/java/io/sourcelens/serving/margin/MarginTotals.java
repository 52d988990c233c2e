/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.margin;

import io.sourcelens.serving.openapi.OfMart;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Sums of an answer's rows. A part that is null in any row, or has no rows, is null: null is not zero. */
@OfMart("margin_sku_seller_day")
record MarginTotals(
        long orderLines,
        long cancelledOrderLines,
        long units,
        long saleRevenueMinor,
        @Nullable Long supplyCostMinor,
        @Nullable Long freightMinor,
        @Nullable Long platformFeeMinor,
        @Nullable Long paymentFeeMinor,
        @Nullable Long promotionMinor,
        @Nullable Long refundMinor,
        @Nullable Long returnReshipFreightMinor,
        @Nullable Long contributionMinor,
        long settledOrderLines) {

    static MarginTotals of(List<MarginRow> rows) {
        return new MarginTotals(
                sum(rows, MarginRow::orderLines),
                sum(rows, MarginRow::cancelledOrderLines),
                sum(rows, MarginRow::units),
                sum(rows, MarginRow::saleRevenueMinor),
                sumIfKnown(rows, MarginRow::supplyCostMinor),
                sumIfKnown(rows, MarginRow::freightMinor),
                sumIfKnown(rows, MarginRow::platformFeeMinor),
                sumIfKnown(rows, MarginRow::paymentFeeMinor),
                sumIfKnown(rows, MarginRow::promotionMinor),
                sumIfKnown(rows, MarginRow::refundMinor),
                sumIfKnown(rows, MarginRow::returnReshipFreightMinor),
                sumIfKnown(rows, MarginRow::contributionMinor),
                sum(rows, MarginRow::settledOrderLines));
    }

    /** Settled ÷ all order lines; null without order lines. */
    @Nullable
    Double shareSettled() {
        return orderLines == 0 ? null : (double) settledOrderLines / orderLines;
    }

    private static long sum(List<MarginRow> rows, ToLongFunction<MarginRow> part) {
        return rows.stream().mapToLong(part).reduce(0, Math::addExact);
    }

    private static @Nullable Long sumIfKnown(List<MarginRow> rows, Function<MarginRow, @Nullable Long> part) {
        if (rows.isEmpty()) {
            return null;
        }
        long sum = 0;
        for (MarginRow row : rows) {
            Long value = part.apply(row);
            if (value == null) {
                return null;
            }
            sum = Math.addExact(sum, value);
        }
        return sum;
    }
}
