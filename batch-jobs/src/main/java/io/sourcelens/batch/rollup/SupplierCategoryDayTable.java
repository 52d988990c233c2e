/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.MarketplaceDays;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps {@code rollup.supplier_category_day} up to date: the promised days of parcels and the order days of lines that
 * changed, or whose scans, cases or categories did.
 */
public final class SupplierCategoryDayTable {
    private static final LakeTable TABLE = LakeTable.rollup(Schemas.rollup("supplier_category_day"));
    /** Rows of an earlier version lack what this one counts. */
    private static final String VERSION = "version";

    private static final List<String> INPUTS = List.of("order_line", "after_sale_case", "parcel", "tracking_scan");

    private final Lake lake;
    private final CoreTables core;

    public SupplierCategoryDayTable(Lake lake, CoreTables core) {
        this.lake = lake;
        this.core = core;
    }

    /** Computes the touched days again. */
    public RollupResult refresh(Marketplaces marketplaces, CategoryTree tree) {
        Table table = lake.ensure(TABLE);
        Notes notes = lake.notes(table);
        RollupInputs inputs = new RollupInputs(lake, core, notes, marketplaces, INPUTS);
        CategoryChanges categories = CategoryChanges.since(lake, notes, tree);
        long version = Schemas.rollup(TABLE.name()).version();
        boolean earlier = !notes.number(VERSION).equals(Optional.of(version));
        if (!earlier && inputs.nothing() && categories.none()) {
            return RollupResult.unchanged(TABLE.name());
        }
        Notes seen = categories.note(inputs.seen()).with(VERSION, version);
        SupplierJudgements judgements = new SupplierJudgements(lake, marketplaces, tree);
        if (earlier || inputs.everything() || categories.everything()) {
            lake.overwrite(rollup(judgements.parcels(), judgements.lines()), TABLE, lit(true), seen);
            return RollupResult.everything(TABLE.name());
        }
        MarketplaceDays days = touched(inputs, categories, marketplaces);
        if (days.isEmpty()) {
            lake.note("rollup." + TABLE.name(), seen);
            return RollupResult.unchanged(TABLE.name());
        }
        Dataset<Row> ofDays = rollup(
                judgements.parcels(days.ofInstant("promised_dispatch_at", marketplaces)), judgements.lines(days));
        lake.overwriteByFew(ofDays, TABLE, days.ofDate("day"), seen);
        return RollupResult.days(TABLE.name(), days.size());
    }

    /** Today's parcels of each marketplace, of which only those due before as_of are counted. */
    public Dataset<Row> dueToday(Marketplaces marketplaces, CategoryTree tree) {
        Column dueToday = marketplaces.condition(one -> col("promised_dispatch_at")
                .geq(lit(one.start(one.today())))
                .and(col("promised_dispatch_at").lt(lit(one.knownUntil()))));
        return SupplierCategoryDay.parcels(new SupplierJudgements(lake, marketplaces, tree).parcels(dueToday));
    }

    private static Dataset<Row> rollup(Dataset<Row> judgedParcels, Dataset<Row> judgedLines) {
        return SupplierCategoryDay.rollup(
                SupplierCategoryDay.parcels(judgedParcels), SupplierCategoryDay.lines(judgedLines));
    }

    private MarketplaceDays touched(RollupInputs inputs, CategoryChanges categories, Marketplaces marketplaces) {
        MarketplaceDays touched = MarketplaceDays.none();
        List<Dataset<Row>> parcelIds = new ArrayList<>();
        Dataset<Row> lines = lake.read("core.order_line").withColumn("day", marketplaces.day(col("ordered_at")));
        Dataset<Row> parcels =
                lake.read("core.parcel").withColumn("day", marketplaces.day(col("promised_dispatch_at")));
        Optional<Dataset<Row>> changedLines = inputs.changes("order_line")
                .map(changes -> changes.withColumn("day", marketplaces.day(col("ordered_at"))));
        Optional<Dataset<Row>> movedLines = categories.skus().map(skus -> Keys.only(lines, skus, "sku_id"));
        Stream.of(changedLines, movedLines).flatMap(Optional::stream).forEach(some -> {
            touched.addAll(MarketplaceDays.collect(some));
            parcelIds.add(some.select("marketplace", "parcel_id", "ordered_at"));
        });
        inputs.changes("after_sale_case")
                .ifPresent(changes ->
                        touched.addAll(Keys.days(lines, "ordered_at", changes, "opened_at", "order_line_id")));
        inputs.changes("parcel")
                .map(changes -> changes.withColumn("day", marketplaces.day(col("promised_dispatch_at"))))
                .ifPresent(changes -> touched.addAll(MarketplaceDays.collect(changes)));
        inputs.changes("tracking_scan")
                .ifPresent(scans -> parcelIds.add(scans.select("marketplace", "parcel_id", "scanned_at")));
        parcelIds.stream()
                .reduce(Dataset::union)
                .ifPresent(ids -> touched.addAll(Keys.days(parcels, "created_at", ids, ids.columns()[2], "parcel_id")));
        return touched;
    }
}
