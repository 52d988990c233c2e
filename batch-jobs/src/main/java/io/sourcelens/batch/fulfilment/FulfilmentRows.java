/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.schema.LakeTable;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code mart.supplier_fulfilment} of one marketplace, with the reason wherever there is no estimate.
 *
 * @param names of suppliers
 * @param scanned whether the marketplace delivers carrier scans
 */
record FulfilmentRows(
        LakeTable table, Marketplace marketplace, Map<String, @Nullable String> names, boolean scanned, String runId) {

    /** What the whole marketplace has of a measure. */
    private record Total(long evidence, long events) {
        static final Total NONE = new Total(0, 0);

        Total plus(Figure figure) {
            return new Total(evidence + figure.evidence(), events + figure.events());
        }
    }

    List<Record> rows(List<Figure> figures) {
        Map<Measure, Total> totals = new EnumMap<>(Measure.class);
        figures.forEach(figure -> totals.put(
                figure.measure(),
                totals.getOrDefault(figure.measure(), Total.NONE).plus(figure)));
        return figures.stream()
                .map(figure -> row(figure, notDelivered(figure.measure(), totals)))
                .toList();
    }

    private Record row(Figure figure, @Nullable String notDelivered) {
        boolean known = notDelivered == null;
        Estimate estimate = known ? figure.estimate() : Estimate.UNKNOWN;
        return SmallTables.row(
                table,
                marketplace.id(),
                figure.supplierId(),
                names.get(figure.supplierId()),
                figure.categoryId(),
                figure.windowDays(),
                figure.measure().column(),
                figure.measure().unit(),
                estimate.value(),
                estimate.low(),
                estimate.high(),
                known ? figure.observed() : null,
                known ? figure.expected() : null,
                figure.evidence(),
                figure.events(),
                figure.censored(),
                figure.cancelled(),
                figure.maturity(),
                known ? reason(figure) : notDelivered,
                marketplace.knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }

    private static @Nullable String reason(Figure figure) {
        if (figure.estimate().value() != null) {
            return null;
        }
        if (figure.evidence() > 0) {
            return "not_reached";
        }
        return switch (figure.measure()) {
            case TRANSIT_HOURS_AGAINST_PEERS, TRANSIT_ON_TIME_AGAINST_PEERS ->
                figure.maturity() == null ? "no_evidence" : "no_peers";
            default -> "no_evidence";
        };
    }

    /** A measure that no supplier of the marketplace has anything of is not a figure of 0. */
    private @Nullable String notDelivered(Measure measure, Map<Measure, Total> totals) {
        if (measure.needsScans() && !scanned) {
            return "no_tracking";
        }
        Total total = totals.getOrDefault(measure, Total.NONE);
        return switch (measure) {
            case DISPATCHED_WITHIN_24_HOURS, DISPATCHED_WITHIN_48_HOURS, DISPATCH_HOURS_MEDIAN, DISPATCH_HOURS_P90 ->
                total.events() == 0 ? "no_tracking" : null;
            case DELIVERED_BY_PROMISE ->
                total.evidence() == 0 ? "no_promise" : total.events() == 0 ? "no_tracking" : null;
            case TRANSIT_HOURS_MEDIAN, TRANSIT_HOURS_P90 -> total.events() == 0 ? "no_tracking" : null;
            case TRANSIT_HOURS_AGAINST_PEERS -> total.evidence() == 0 ? "no_lane" : null;
            case TRANSIT_ON_TIME_AGAINST_PEERS -> onTime(total, totals);
            case VALID_TRACKING, LABEL_TO_SCAN_HOURS_MEDIAN, LABEL_TO_SCAN_HOURS_P90 ->
                total.evidence() == 0 ? "no_dispatch" : null;
            case NO_STOCK_CANCEL -> total.events() == 0 ? "no_cancel_reason" : null;
            case NO_STOCK_CANCEL_ALTHOUGH_SHOWN -> shown(total, totals);
        };
    }

    private static @Nullable String onTime(Total total, Map<Measure, Total> totals) {
        if (total.evidence() > 0) {
            return null;
        }
        Total hours = totals.getOrDefault(Measure.TRANSIT_HOURS_AGAINST_PEERS, Total.NONE);
        return hours.evidence() == 0 ? "no_lane" : "no_promise";
    }

    private static @Nullable String shown(Total total, Map<Measure, Total> totals) {
        if (totals.getOrDefault(Measure.NO_STOCK_CANCEL, Total.NONE).events() == 0) {
            return "no_cancel_reason";
        }
        return total.evidence() == 0 ? "no_stock_shown" : null;
    }
}
