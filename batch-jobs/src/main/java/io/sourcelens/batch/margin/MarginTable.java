/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.TableChanges;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.margin_sku_seller_day} up to date, and back where it does not reconcile with core. */
public final class MarginTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("margin_sku_seller_day"));
    private static final String[] SKU_DETAILS = {
        "marketplace", "sku_id", "name_zh", "name_en", "category_id", "supplier_id", "deleted"
    };

    private final Lake lake;

    public MarginTable(Lake lake) {
        this.lake = lake;
    }

    /** Rewrites the days whose orders, settlement or skus changed. */
    public MartResult refresh(Basis basis) {
        Table table = lake.ensure(TABLE);
        Table rollup = lake.find("rollup.sku_seller_day").orElseThrow();
        Table skus = lake.find("core.sku").orElseThrow();
        Notes notes = lake.notes(table);
        Notes now = withAsOf(
                Notes.NONE
                        .with("rollup", Lake.version(rollup))
                        .with("core.sku", Lake.version(skus))
                        .with("rules", basis.rules()),
                basis);
        Optional<MarketplaceDays> days = touched(notes, now, rollup, skus, basis);
        if (days.isPresent() && days.get().isEmpty()) {
            return MartResult.unchanged(TABLE.name());
        }
        Column rewritten = days.map(some -> some.ofDate("day")).orElse(lit(true));
        Column ofLines = days.map(some -> some.ofInstant("ordered_at", basis.marketplaces()))
                .orElse(basis.marketplaces().condition(one -> lit(true)));
        lake.overwrite(rows(rewritten, basis), TABLE, rewritten, now);
        return reconciled(
                Reconciliation.of(
                        lake,
                        rewritten,
                        ofLines,
                        days.map(MarketplaceDays::start).orElse(Instant.EPOCH)),
                table);
    }

    private Dataset<Row> rows(Column days, Basis basis) {
        return MarginMart.mart(
                // Asked about a past time, the rollup may have marketplaces that nobody knew then.
                lake.read("rollup.sku_seller_day")
                        .filter(days)
                        .filter(basis.marketplaces().condition(one -> lit(true))),
                lake.read("core.sku"),
                MarginMart.settledOnEdge(lake.read("core.order_line"), basis.marketplaces()),
                basis.marketplaces(),
                basis.withPayments(),
                basis.withCases(),
                basis.runId());
    }

    private MartResult reconciled(Reconciliation reconciliation, Table before) {
        if (reconciliation.holds()) {
            return MartResult.written(TABLE.name(), reconciliation.findings());
        }
        Table table = lake.find("mart." + TABLE.name()).orElseThrow();
        lake.undo(table, before);
        return MartResult.heldBack(
                TABLE.name(),
                "Cannot publish %s: its sums are not those of its order lines (%s); look for lines that changed their order time"
                        .formatted(TABLE.name(), String.join("; ", reconciliation.findings())),
                reconciliation.findings());
    }

    private Optional<MarketplaceDays> touched(Notes notes, Notes now, Table rollup, Table skus, Basis basis) {
        if (!notes.text("rules").equals(now.text("rules"))) {
            return Optional.empty();
        }
        Optional<MarketplaceDays> rolledUp =
                notes.number("rollup").flatMap(version -> TableChanges.daysSince(rollup, version));
        Optional<MarketplaceDays> renamed = notes.number("core.sku").flatMap(version -> renamed(skus, version));
        if (rolledUp.isEmpty() || renamed.isEmpty()) {
            return Optional.empty();
        }
        MarketplaceDays days = MarketplaceDays.none();
        days.addAll(rolledUp.get());
        days.addAll(renamed.get());
        for (Marketplace one : basis.marketplaces().all()) {
            notes.text("as-of." + one.id()).map(Instant::parse).ifPresent(before -> addSettled(days, one, before));
        }
        return Optional.of(days);
    }

    /** Days of which lines were settled since. */
    private static void addSettled(MarketplaceDays days, Marketplace one, Instant asOfBefore) {
        if (asOfBefore.equals(one.knownUntil())) {
            return;
        }
        LocalDate from = one.day(asOfBefore.minus(Duration.ofDays(one.returnWindowDays())));
        LocalDate to = one.day(one.settledUntil());
        from.datesUntil(to.plusDays(1)).forEach(day -> days.add(one.id(), day));
    }

    private Optional<MarketplaceDays> renamed(Table skus, long version) {
        if (version == Lake.version(skus)) {
            return Optional.of(MarketplaceDays.none());
        }
        return TableChanges.rowsSince(lake, skus, "core.sku", version, SKU_DETAILS)
                .map(changed -> MarketplaceDays.collect(lake.read("rollup.sku_seller_day")
                        .join(changed, new String[] {"marketplace", "sku_id"}, "left_semi")
                        .select(col("marketplace"), col("day"))));
    }

    private static Notes withAsOf(Notes notes, Basis basis) {
        Notes with = notes;
        for (Marketplace one : basis.marketplaces().all()) {
            with = with.with("as-of." + one.id(), one.knownUntil().toString());
        }
        return with;
    }
}
