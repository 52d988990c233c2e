/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** How long a scan may take on each lane with each carrier; where too few are known, on the whole marketplace. */
final class GapLimits {
    private static final int LEAST_GAPS = 50;
    private static final GapLimit NOTHING = new GapLimit();

    private final Map<Lane, GapLimit> lanes = new HashMap<>();
    private final Map<String, GapLimit> marketplaces = new HashMap<>();
    private final Set<String> delivering = new HashSet<>();

    /** A way with a carrier; parts that the marketplace does not know are null. */
    record Lane(
            String marketplace,
            @Nullable String from,
            @Nullable String to,
            @Nullable String carrier) {
        static Lane of(Row row) {
            List<@Nullable String> parts = Arrays.stream(ScanGaps.LANE)
                    .map(column -> row.<String>getAs(column))
                    .toList();
            return new Lane(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }
    }

    /**
     * A limit for a parcel.
     *
     * @param hours null if none can be told
     */
    record Limit(@Nullable Integer hours, String scope, long gaps) {
        private static Limit of(GapLimit limit, String scope) {
            return new Limit(limit.hours(), scope, limit.gaps());
        }
    }

    /** From rows of {@link ScanGaps#counted}. */
    static GapLimits of(List<Row> counted) {
        GapLimits limits = new GapLimits();
        counted.forEach(limits::add);
        return limits;
    }

    private void add(Row row) {
        Lane lane = Lane.of(row);
        int hours = row.<Integer>getAs("hours");
        boolean isOver = row.<Boolean>getAs("is_over");
        long gaps = row.<Long>getAs("gaps");
        lanes.computeIfAbsent(lane, any -> new GapLimit()).add(hours, isOver, gaps);
        marketplaces.computeIfAbsent(lane.marketplace(), any -> new GapLimit()).add(hours, isOver, gaps);
        if (row.<Boolean>getAs("is_delivered")) {
            delivering.add(lane.marketplace());
        }
    }

    Limit of(Lane lane) {
        GapLimit own = lanes.getOrDefault(lane, NOTHING);
        return own.over() >= LEAST_GAPS
                ? Limit.of(own, "lane")
                : Limit.of(marketplaces.getOrDefault(lane.marketplace(), NOTHING), "marketplace");
    }

    /** The shortest that any parcel of the marketplace could have. */
    int leastHours(String marketplace) {
        return lanes.entrySet().stream()
                .filter(one -> one.getKey().marketplace().equals(marketplace))
                .map(one -> of(one.getKey()).hours())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether the marketplace tells when a parcel was delivered. */
    boolean tellsDeliveries(String marketplace) {
        return delivering.contains(marketplace);
    }
}
