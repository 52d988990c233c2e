/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.marketplace.CategoryTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Skus by category, of the categories without another below them. */
record Leaves(Map<String, List<SkuDemand>> byCategory) {
    static Leaves of(List<SkuDemand> skus, CategoryTree tree, String marketplace) {
        Map<String, List<SkuDemand>> byCategory = new TreeMap<>();
        Set<String> inner = new HashSet<>();
        for (SkuDemand sku : skus) {
            if (sku.categoryId() != null) {
                List<String> path = tree.path(marketplace, sku.categoryId());
                if (!path.isEmpty()) {
                    inner.addAll(path.subList(1, path.size()));
                    byCategory
                            .computeIfAbsent(sku.categoryId(), any -> new ArrayList<>())
                            .add(sku);
                }
            }
        }
        byCategory.keySet().removeAll(inner);
        return new Leaves(byCategory);
    }

    boolean has(String category) {
        return byCategory.containsKey(category);
    }

    /** Of their price bands, which are alike in size; categories above them vary by other causes. */
    WeeklyVariation variation() {
        return WeeklyVariation.of(byCategory.values().stream()
                .map(PriceBands::of)
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(Opportunity::weeks)
                .toList());
    }
}
