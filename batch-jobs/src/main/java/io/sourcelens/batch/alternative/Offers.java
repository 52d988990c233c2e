/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Offers of one marketplace: its skus that belong to a match group, with what is known of each. */
record Offers(OrderedSkus ordered, KnownSuppliers suppliers, Map<String, ShownStock> stock) {
    /** In the order of their skus; those without a supplier are nobody's offer. */
    List<Offer> of(List<Record> skus) {
        Map<OfCategory, FreightSums> categories = new HashMap<>();
        skus.forEach(sku -> categories.merge(
                OfCategory.of(sku), ordered.of(text(sku, "sku_id"), text(sku, "supplier_id")), FreightSums::plus));
        return skus.stream()
                .filter(sku -> text(sku, "match_group_id") != null && text(sku, "supplier_id") != null)
                .map(sku -> offer(sku, categories.get(OfCategory.of(sku))))
                .sorted(Comparator.comparing(Offer::skuId))
                .toList();
    }

    private record OfCategory(
            @Nullable String supplierId, @Nullable String categoryId) {
        static OfCategory of(Record sku) {
            return new OfCategory(text(sku, "supplier_id"), text(sku, "category_id"));
        }
    }

    private Offer offer(Record sku, FreightSums ofCategory) {
        String skuId = text(sku, "sku_id");
        String supplierId = text(sku, "supplier_id");
        return new Offer(
                skuId,
                supplierId,
                text(sku, "name_zh"),
                text(sku, "name_en"),
                text(sku, "category_id"),
                text(sku, "match_group_id"),
                (Long) sku.getField("supply_price_minor"),
                Freight.of(ordered.of(skuId, supplierId), ofCategory),
                suppliers.of(supplierId),
                stock.get(skuId));
    }

    private static @Nullable String text(Record row, String column) {
        return (String) row.getField(column);
    }
}
