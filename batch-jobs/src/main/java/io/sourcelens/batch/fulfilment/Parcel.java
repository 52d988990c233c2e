/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.fulfilment.FollowUp.Ending;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of a supplier; instants are microseconds since 1970, null until they happen.
 *
 * @param day marketplace day it is counted on, in days since 1970
 * @param orderDay marketplace day of its order
 */
record Parcel(
        int day,
        int orderDay,
        long createdAt,
        @Nullable Long promisedDispatchAt,
        @Nullable Long promisedDeliveryAt,
        @Nullable Long dispatchedAt,
        @Nullable Long firstScannedAt,
        @Nullable Long arrivedAt,
        @Nullable Long cancelledAt,
        @Nullable String carrier,
        @Nullable String shipFromProvince,
        @Nullable String shipToProvince) {
    private static final double MICROS_AN_HOUR = 3_600e6;

    static double hours(long from, long to) {
        return (to - from) / MICROS_AN_HOUR;
    }

    /**
     * Follows it from one instant until another happened, it was cancelled, or nothing more is known.
     *
     * @param origin zero of the clock; what happened before the follow-up began took no time
     */
    FollowUp until(@Nullable Long happenedAt, long origin, long asOf) {
        boolean happened = happenedAt != null && happenedAt <= asOf;
        boolean cancelled = cancelledAt != null && cancelledAt <= asOf && !(happened && happenedAt <= cancelledAt);
        if (cancelled) {
            return new FollowUp(hours(origin, cancelledAt), Ending.CANCELLED, orderDay);
        }
        return happened
                ? new FollowUp(hours(origin, happenedAt), Ending.EVENT, orderDay)
                : new FollowUp(hours(origin, asOf), Ending.OPEN, orderDay);
    }

    boolean isScannedBy(long asOf) {
        return firstScannedAt != null && firstScannedAt <= asOf;
    }

    /** A parcel whose only scan is its delivery tells nothing of its transit. */
    boolean isInCarriersHands(long asOf) {
        return isScannedBy(asOf) && (arrivedAt == null || arrivedAt > firstScannedAt);
    }
}
