/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.parcel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.parcel.GapLimits.Lane;
import io.sourcelens.batch.parcel.GapLimits.Limit;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** {@code mart.stuck_parcel}: parcels on their way that need someone, and why. */
final class StuckParcels {
    static final LakeTable TABLE = LakeTable.mart(Schemas.mart("stuck_parcel"));

    private static final double NANOS_PER_HOUR = 3_600e9;

    private final Marketplaces marketplaces;
    private final Set<String> withScans;
    private final GapLimits limits;
    private final String runId;

    /** @param withScans marketplaces that deliver carrier scans; of the others nobody knows what was dispatched */
    StuckParcels(Marketplaces marketplaces, Set<String> withScans, GapLimits limits, String runId) {
        this.marketplaces = marketplaces;
        this.withScans = withScans;
        this.limits = limits;
        this.runId = runId;
    }

    /** @param open see {@link OpenParcels#open} */
    List<Record> mart(Dataset<Row> open) {
        return open.filter(marketplaces.condition(this::couldBeStuck)).collectAsList().stream()
                .map(this::row)
                .filter(Objects::nonNull)
                .toList();
    }

    private Column couldBeStuck(Marketplace one) {
        Column asOf = lit(one.knownUntil());
        Column undispatched = lit(withScans.contains(one.id()))
                .and(col("last_scanned_at").isNull())
                .and(col("promised_dispatch_at").lt(asOf));
        Duration least = Duration.ofHours(Math.min(limits.leastHours(one.id()), OpenParcels.DAYS * 24));
        Column undelivered = lit(limits.tellsDeliveries(one.id()))
                .and(col("promised_delivery_at")
                        .lt(asOf)
                        .or(col("last_scanned_at").lt(lit(one.knownUntil().minus(least)))));
        return undispatched.or(undelivered);
    }

    private @Nullable Record row(Row parcel) {
        Marketplace marketplace = marketplaces.find(parcel.getAs("marketplace")).orElseThrow();
        Limit limit = limits.of(Lane.of(parcel));
        Double sinceScan = hoursSince(marketplace, instant(parcel, "last_scanned_at"));
        Instant missed = null;
        String reason = null;
        if (sinceScan == null
                && withScans.contains(marketplace.id())
                && isPast(marketplace, instant(parcel, "promised_dispatch_at"))) {
            reason = "dispatch_overdue";
            missed = instant(parcel, "promised_dispatch_at");
        } else if (limits.tellsDeliveries(marketplace.id())) {
            if (sinceScan != null && limit.hours() != null && sinceScan > limit.hours()) {
                reason = "no_scan";
            } else if (isPast(marketplace, instant(parcel, "promised_delivery_at"))) {
                reason = "delivery_overdue";
                missed = instant(parcel, "promised_delivery_at");
            }
        }
        return reason == null ? null : row(parcel, marketplace, reason, sinceScan, missed, limit);
    }

    private Record row(
            Row parcel,
            Marketplace marketplace,
            String reason,
            @Nullable Double sinceScan,
            @Nullable Instant missed,
            Limit limit) {
        return SmallTables.row(
                TABLE,
                marketplace.id(),
                parcel.getAs("parcel_id"),
                parcel.getAs("seller_id"),
                parcel.getAs("order_id"),
                parcel.getAs("supplier_id"),
                parcel.getAs("carrier"),
                parcel.getAs("ship_from_province"),
                parcel.getAs("ship_to_province"),
                reason,
                utc(parcel, "created_at"),
                utc(parcel, "promised_dispatch_at"),
                utc(parcel, "promised_delivery_at"),
                utc(parcel, "last_scanned_at"),
                sinceScan,
                hoursSince(marketplace, missed),
                limit.hours() == null ? null : (double) limit.hours(),
                limit.scope(),
                limit.gaps(),
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }

    private static boolean isPast(Marketplace marketplace, @Nullable Instant promised) {
        return promised != null && promised.isBefore(marketplace.knownUntil());
    }

    private static @Nullable Double hoursSince(Marketplace marketplace, @Nullable Instant instant) {
        return instant == null
                ? null
                : Duration.between(instant, marketplace.knownUntil()).toNanos() / NANOS_PER_HOUR;
    }

    private static @Nullable Instant instant(Row row, String column) {
        java.sql.Timestamp at = row.getAs(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(Row row, String column) {
        Instant at = instant(row, column);
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
