/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/** {@code mart.track_record}: the newest backtest of each subject of each marketplace. */
final class TrackRecordTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("track_record"));

    private final SmallTables small;

    TrackRecordTable(Lake lake) {
        this.small = new SmallTables(lake);
    }

    /** Replaces the rows of the subject; the next refresh publishes them. */
    void replace(String subject, BacktestPlan plan, Backtest backtest, String runId) {
        String marketplace = plan.marketplace().id();
        small.replace(
                backtest.scores().stream()
                        .map(score -> row(subject, plan, backtest.origins(), score, runId))
                        .toList(),
                TABLE,
                Expressions.and(Expressions.equal("marketplace", marketplace), Expressions.equal("subject", subject)));
    }

    private static Record row(String subject, BacktestPlan plan, List<LocalDate> origins, Score score, String runId) {
        return SmallTables.row(
                TABLE,
                plan.marketplace().id(),
                subject,
                score.target(),
                score.horizonDays(),
                score.method(),
                score.metric().column(),
                score.origins(),
                score.forecasts(),
                value(score.value()),
                low(score.value()),
                high(score.value()),
                value(score.lift()),
                low(score.lift()),
                high(score.lift()),
                score.reason(),
                origins.isEmpty() ? null : origins.get(0),
                origins.isEmpty() ? null : origins.get(origins.size() - 1),
                plan.stepDays(),
                plan.marketplace().knownUntil().atOffset(ZoneOffset.UTC),
                runId);
    }

    private static @Nullable Double value(@Nullable Interval interval) {
        return interval == null ? null : interval.value();
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }
}
