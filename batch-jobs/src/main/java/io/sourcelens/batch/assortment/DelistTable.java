/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Row;

/** Keeps {@code mart.delist} up to date; margins and listings have to be before it. */
public final class DelistTable {
    private static final LakeTable TABLE = LakeTable.mart(Schemas.mart("delist"));
    private static final List<String> INPUTS = List.of("mart.margin_sku_seller_day", "mart.listing", "core.sku");

    private final Lake lake;
    private final SmallTables small;

    public DelistTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /**
     * Ranks the tail of marketplaces of which anything changed.
     *
     * @param withListings marketplaces that deliver listings
     */
    public MartResult refresh(Basis basis, Set<String> withListings) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules() + "|listings " + withListings, INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        Catalogue catalogue = Catalogue.of(small.current("sku"), changed, Catalogue.firstDays(lake));
        Map<String, Map<String, SkuActivity>> activity = activity(basis, changed, catalogue);
        List<Record> rows = new ArrayList<>();
        for (Marketplace one : changed.all()) {
            DelistRows ofOne = new DelistRows(
                    TABLE,
                    one,
                    catalogue.firstDay(one),
                    withListings.contains(one.id()),
                    basis.withCases().contains(one.id()),
                    basis.runId());
            rows.addAll(ofOne.rows(catalogue.of(one), activity.getOrDefault(one.id(), Map.of())));
        }
        small.replace(rows, TABLE, inputs.replaced(changed), now);
        return MartResult.written(TABLE.name(), List.of());
    }

    private Map<String, Map<String, SkuActivity>> activity(Basis basis, Marketplaces changed, Catalogue catalogue) {
        Map<String, Map<String, SkuActivity>> activity = new HashMap<>();
        List<Row> rows = SkuActivity.summed(
                        lake.read("mart.margin_sku_seller_day"), lake.read("mart.listing"), catalogue, changed)
                .collectAsList();
        for (Row row : rows) {
            Marketplace one = changed.find(row.getAs("marketplace")).orElseThrow();
            activity.computeIfAbsent(one.id(), any -> new HashMap<>())
                    .put(
                            row.getAs("sku_id"),
                            SkuActivity.of(row, one, basis.withCases().contains(one.id())));
        }
        return activity;
    }
}
