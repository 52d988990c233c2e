/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.Basis;
import io.sourcelens.batch.mart.MartInputs;
import io.sourcelens.batch.mart.MartResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/** Keeps {@code mart.alternative} up to date; the stock watch, forecasts, scorecards and scores have to be before it. */
public final class AlternativeTable {
    private static final String STOCK = "mart.stock_watch";
    private static final String ORDERED = "rollup.sku_seller_day";
    private static final String CASES = "core.after_sale_case";
    private static final List<String> INPUTS = Stream.concat(
                    KnownSuppliers.INPUTS.stream(), Stream.of(STOCK, ORDERED, CASES, "core.sku", "core.supplier"))
            .toList();

    private final Lake lake;
    private final SmallTables small;

    public AlternativeTable(Lake lake) {
        this.lake = lake;
        this.small = new SmallTables(lake);
    }

    /** Looks again in marketplaces of which anything changed. */
    public MartResult refresh(Basis basis) {
        MartInputs inputs = new MartInputs(lake, basis, basis.rules(), INPUTS);
        Notes now = inputs.notes();
        Notes noted = lake.notes(lake.ensure(AlternativeRows.TABLE));
        if (noted.equals(now)) {
            return MartResult.unchanged(AlternativeRows.TABLE.name());
        }
        Marketplaces changed = inputs.changed(noted);
        List<Record> skus = small.current("sku");
        List<Record> rows = new ArrayList<>();
        for (Marketplace marketplace : changed.all()) {
            List<Record> own = skus.stream()
                    .filter(sku -> marketplace.id().equals(sku.getField("marketplace")))
                    .toList();
            // Without goods from several suppliers there is nothing to compare, and nothing to be read for it.
            if (own.stream().anyMatch(sku -> sku.getField("match_group_id") != null)) {
                rows.addAll(rows(marketplace, own, basis));
            }
        }
        small.replace(rows, AlternativeRows.TABLE, inputs.replaced(changed), now);
        return MartResult.written(AlternativeRows.TABLE.name(), List.of());
    }

    private List<Record> rows(Marketplace marketplace, List<Record> skus, Basis basis) {
        KnownSuppliers suppliers = KnownSuppliers.read(small, marketplace.id());
        OrderedSkus ordered = OrderedSkus.of(lake.read(ORDERED), marketplace);
        List<Offer> offers = new Offers(ordered, suppliers, stock(marketplace.id())).of(skus);
        AfterSaleCosts costs = basis.withCases().contains(marketplace.id())
                ? costs(CaseCosts.of(lake.read(CASES), marketplace), ordered, suppliers)
                : null;
        Alternatives alternatives = new Alternatives(costs, suppliers.lateness());
        return new AlternativeRows(marketplace, alternatives, small.supplierNames(marketplace.id()), basis.runId())
                .rows(alternatives.of(offers));
    }

    private static @Nullable AfterSaleCosts costs(CaseCosts cases, OrderedSkus ordered, KnownSuppliers suppliers) {
        return AfterSaleCosts.of(
                        ordered.settledCostMinor(),
                        ordered.settledSupplyMinor(),
                        cases.lateShare(),
                        cases.defectShare(),
                        suppliers.lateness(),
                        suppliers.defects())
                .orElse(null);
    }

    private Map<String, ShownStock> stock(String marketplace) {
        Map<String, ShownStock> stock = new HashMap<>();
        small.rows(STOCK, Expressions.equal("marketplace", marketplace))
                .forEach(row -> stock.put(
                        (String) row.getField("sku_id"),
                        new ShownStock(
                                (Integer) row.getField("stock_units"),
                                (Double) row.getField("stock_out_probability"),
                                (String) row.getField("status"))));
        return stock;
    }
}
