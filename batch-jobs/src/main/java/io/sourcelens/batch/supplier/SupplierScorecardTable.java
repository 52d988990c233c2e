/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.margin.Settlement;
import io.sourcelens.batch.marketplace.CategoryTree;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.supplier_scorecard} up to date. */
public final class SupplierScorecardTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("supplier_scorecard"));

    private final Lake lake;
    private final SmallTables small;

    public SupplierScorecardTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /**
     * Scores again if anything changed that scores are made of.
     *
     * @param dueToday see {@link SupplierScorecard#mart}
     */
    public MartResult refresh(Basis basis, CategoryTree tree, ReportingLags lags, Supplier<Dataset<Row>> dueToday) {
        Table table = lake.ensure(TABLE);
        Notes now = Notes.NONE
                .with(
                        "rollup",
                        Lake.version(lake.find("rollup.supplier_category_day").orElseThrow()))
                .with("core.supplier", Lake.version(lake.find("core.supplier").orElseThrow()))
                .with("version", Schemas.mart(TABLE.name()).version())
                .with("rules", basis.rules())
                .with("as-of", basis.asOf());
        if (lake.notes(table).equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces marketplaces = basis.marketplaces();
        SupplierScorecard scorecard = new SupplierScorecard(
                marketplaces, names(), basis.withScans(), basis.withCases(), lags.byMarketplace(), basis.runId());
        Dataset<Row> rollup =
                lake.read("rollup.supplier_category_day").filter(SupplierScorecard.daysRead(marketplaces));
        small.replace(scorecard.mart(rollup, dueToday.get(), settledOnEdge(marketplaces, tree)), TABLE, now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private Map<String, Map<String, String>> names() {
        Map<String, Map<String, String>> names = new HashMap<>();
        small.current("supplier")
                .forEach(row -> names.computeIfAbsent((String) row.getField("marketplace"), any -> new HashMap<>())
                        .put((String) row.getField("supplier_id"), (String) row.getField("name")));
        return names;
    }

    private Dataset<Row> settledOnEdge(Marketplaces marketplaces, CategoryTree tree) {
        return lake.read("core.order_line")
                .filter(not(col("deleted")).and(Settlement.onEdge(marketplaces)))
                .filter(col("status")
                        .notEqual("cancelled")
                        .and(col("supplier_id").isNotNull()))
                .join(tree.firstLevels(lake.read("core.sku")), new String[] {"marketplace", "sku_id"}, "left")
                .withColumn("category_id", explode(array_compact(array(lit("all"), col("first_level_category_id")))))
                .withColumn("day", marketplaces.day(col("ordered_at")))
                .groupBy("marketplace", "supplier_id", "category_id", "day")
                .agg(count(lit(1)).as("settled_lines"));
    }
}
