/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of a sku. */
record CatalogueSku(
        @Nullable String matchGroupId,
        @Nullable String supplierId,
        @Nullable String nameZh,
        @Nullable String nameEn) {
    private static final CatalogueSku UNKNOWN = new CatalogueSku(null, null, null, null);

    /**
     * The skus of one marketplace.
     *
     * @param suppliers of each match group, those whose skus are not ordered included
     */
    record Catalogue(Map<String, CatalogueSku> skus, Map<String, TreeSet<String>> suppliers) {
        /** By marketplace, from rows of {@code core.sku}. */
        static Map<String, Catalogue> all(List<Record> rows) {
            Map<String, Catalogue> all = new HashMap<>();
            rows.forEach(row -> all.computeIfAbsent((String) row.getField("marketplace"), any -> empty())
                    .add((String) row.getField("sku_id"), of(row)));
            return all;
        }

        static Catalogue empty() {
            return new Catalogue(new HashMap<>(), new HashMap<>());
        }

        void add(String skuId, CatalogueSku sku) {
            skus.put(skuId, sku);
            if (sku.matchGroupId() != null && sku.supplierId() != null) {
                suppliers
                        .computeIfAbsent(sku.matchGroupId(), any -> new TreeSet<>())
                        .add(sku.supplierId());
            }
        }

        CatalogueSku sku(String skuId) {
            return skus.getOrDefault(skuId, UNKNOWN);
        }
    }

    private static CatalogueSku of(Record row) {
        return new CatalogueSku(
                (String) row.getField("match_group_id"),
                (String) row.getField("supplier_id"),
                (String) row.getField("name_zh"),
                (String) row.getField("name_en"));
    }
}
