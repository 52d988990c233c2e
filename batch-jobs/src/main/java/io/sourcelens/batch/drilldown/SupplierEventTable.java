/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.drilldown;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.TableChanges;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.rollup.SupplierJudgements;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.supplier_event} up to date: the days whose counts the rollup made again, and those that fell due. */
public final class SupplierEventTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_event"));
    private static final String ROLLUP = "rollup";
    private static final String RULES = "rules";

    private final Lake lake;

    public SupplierEventTable(Lake lake) {
        this.lake = lake;
    }

    /** Looks at the touched days again, and drops those that have left the longest window. */
    public MartResult refresh(Basis basis, CategoryTree tree) {
        Notes noted = lake.notes(lake.ensure(TABLE));
        Table rollup = lake.find("rollup.supplier_category_day").orElseThrow();
        Notes now = EventDays.noteAsOf(
                Notes.NONE.with(ROLLUP, Lake.version(rollup)).with(RULES, rules(basis)), basis.marketplaces());
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Optional<MarketplaceDays> touched = touched(noted, rollup, basis);
        if (touched.isPresent() && touched.get().isEmpty()) {
            lake.note("mart." + TABLE.name(), now);
            return MartResult.unchanged(TABLE.name());
        }
        Column rewritten = touched.map(days -> days.ofDate("day").or(left(basis.marketplaces())))
                .orElse(lit(true));
        MarketplaceDays days = touched.orElseGet(() -> EventDays.all(basis.marketplaces()));
        lake.overwrite(rows(days, basis, tree), TABLE, rewritten, now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private Dataset<Row> rows(MarketplaceDays days, Basis basis, CategoryTree tree) {
        Marketplaces marketplaces = basis.marketplaces();
        SupplierJudgements judgements = new SupplierJudgements(lake, marketplaces, tree);
        Column due = marketplaces.condition(one -> col("promised_dispatch_at").lt(lit(one.knownUntil())));
        return SupplierEvents.mart(
                judgements.parcels(
                        days.ofInstant("promised_dispatch_at", marketplaces).and(due)),
                judgements.lines(days),
                basis);
    }

    private static Optional<MarketplaceDays> touched(Notes noted, Table rollup, Basis basis) {
        if (!noted.text(RULES).equals(Optional.of(rules(basis)))) {
            return Optional.empty();
        }
        Optional<MarketplaceDays> due = EventDays.dueSince(noted, basis.marketplaces());
        Optional<MarketplaceDays> rolledUp =
                noted.number(ROLLUP).flatMap(version -> TableChanges.daysSince(rollup, version));
        return due.flatMap(days -> rolledUp.map(more -> {
            days.addAll(more);
            return EventDays.within(days, basis.marketplaces());
        }));
    }

    private static String rules(Basis basis) {
        return Schemas.mart(TABLE.name()).version() + "|" + basis.rules();
    }

    /** True for days that no window has any more. */
    private static Column left(Marketplaces marketplaces) {
        return marketplaces.condition(one -> col("day").lt(lit(EventDays.first(one))));
    }
}
