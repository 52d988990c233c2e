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
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** How long a scan may take on each lane with each carrier; where too few are known, on the whole marketplace. */
final class GapLimits {
    private static final int LEAST_GAPS = 50;
    private static final Limit UNKNOWN = new Limit(null, "marketplace", 0);

    private final Map<Lane, Limit> ofLanes = new HashMap<>();
    private final Map<String, Limit> ofMarketplaces = new HashMap<>();
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
        Map<Lane, GapLimit> lanes = new HashMap<>();
        Map<String, GapLimit> marketplaces = new HashMap<>();
        GapLimits limits = new GapLimits();
        for (Row row : counted) {
            Lane lane = Lane.of(row);
            for (GapLimit one : List.of(
                    lanes.computeIfAbsent(lane, any -> new GapLimit()),
                    marketplaces.computeIfAbsent(lane.marketplace(), any -> new GapLimit()))) {
                one.add(row.<Integer>getAs("hours"), row.<Boolean>getAs("is_over"), row.<Long>getAs("gaps"));
            }
            if (row.<Boolean>getAs("is_delivered")) {
                limits.delivering.add(lane.marketplace());
            }
        }
        marketplaces.forEach((id, limit) -> limits.ofMarketplaces.put(id, Limit.of(limit, "marketplace")));
        lanes.forEach((lane, limit) -> {
            if (limit.over() >= LEAST_GAPS) {
                limits.ofLanes.put(lane, Limit.of(limit, "lane"));
            }
        });
        return limits;
    }

    Limit of(Lane lane) {
        Limit own = ofLanes.get(lane);
        return own == null ? ofMarketplaces.getOrDefault(lane.marketplace(), UNKNOWN) : own;
    }

    /** The shortest that any parcel of the marketplace could have. */
    int leastHours(String marketplace) {
        return Stream.concat(
                        ofLanes.entrySet().stream()
                                .filter(one -> one.getKey().marketplace().equals(marketplace))
                                .map(Map.Entry::getValue),
                        Stream.of(ofMarketplaces.getOrDefault(marketplace, UNKNOWN)))
                .map(Limit::hours)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether the marketplace tells when a parcel was delivered. */
    boolean tellsDeliveries(String marketplace) {
        return delivering.contains(marketplace);
    }
}
