/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sku of the tail: it has been there for long and is hardly ordered.
 *
 * @param ageDays from the day on which it arrived to the last whole day
 */
record Tail(Catalogue.Sku sku, LocalDate arrived, int ageDays, SkuActivity activity) {
    /** A sku that is ordered more often in 60 days is left alone. */
    static final int MOST_ORDER_LINES = 2;

    private static final int LEAST_AGE_DAYS = 60;
    private static final int LEAST_CANCELLED = 3;
    private static final int TENTH = 10;
    private static final Comparator<Tail> LEAST_FIRST = Comparator.comparingLong(
                    (Tail one) -> one.activity().recentOrderLines())
            .thenComparingLong(one -> one.activity().saleRevenueMinor())
            .thenComparing(Tail::arrived)
            .thenComparing(one -> one.sku().skuId());

    /** @return null if it doesn't belong to the tail, or if nobody knows since when it is there */
    static @Nullable Tail of(Catalogue.Sku sku, SkuActivity activity, LocalDate lastWholeDay, boolean knowsSeason) {
        LocalDate arrived = sku.arrived() == null ? activity.firstSeen() : sku.arrived();
        if (arrived == null
                || activity.recentOrderLines() > MOST_ORDER_LINES
                || knowsSeason && activity.seasonOrderLines() > MOST_ORDER_LINES) {
            return null;
        }
        int ageDays = (int) ChronoUnit.DAYS.between(arrived, lastWholeDay);
        return ageDays < LEAST_AGE_DAYS ? null : new Tail(sku, arrived, ageDays, activity);
    }

    static List<Tail> ranked(List<Tail> some) {
        return some.stream().sorted(LEAST_FIRST).toList();
    }

    /**
     * As in the column {@code reasons}, the one that makes it tail first; the words are the API's.
     *
     * @param withListings whether the marketplace delivers listings
     */
    Set<String> reasons(boolean withListings) {
        Set<String> reasons = new LinkedHashSet<>();
        reasons.add(activity.recentOrderLines() == 0 ? "no_orders" : "few_orders");
        // Fees of lines that were all cancelled are no loss on what was sold.
        if (activity.orderLines() > 0 && activity.contributionMinor() != null && activity.contributionMinor() < 0) {
            reasons.add("loses_money");
        }
        if (activity.refundMinor() != null && activity.refundMinor() * TENTH > activity.saleRevenueMinor()) {
            reasons.add("refunds_exceed_tenth");
        }
        if (activity.cancelledOrderLines() >= LEAST_CANCELLED
                && activity.cancelledOrderLines() > activity.orderLines()) {
            reasons.add("mostly_cancelled");
        }
        if (withListings && activity.listings() == 0) {
            reasons.add("not_listed");
        }
        return reasons;
    }
}
