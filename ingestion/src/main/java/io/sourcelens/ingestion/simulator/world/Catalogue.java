/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import com.fasterxml.jackson.core.type.TypeReference;
import io.sourcelens.ingestion.marketplace.Category;
import java.util.ArrayList;
import java.util.List;

/** The category tree and the goods that stand in it. Texts are pairs of Chinese and English. */
public record Catalogue(List<Department> departments) {

    /** A first-level category. */
    public record Department(
            String nameZh,
            String nameEn,
            String tradeZh,
            double platformFeePercent,
            double noReasonReturnRate,
            List<List<String>> styles,
            List<List<String>> variants,
            List<Leaf> leaves) {}

    /** A leaf category with ranges of price and weight. */
    public record Leaf(
            String nameZh,
            String nameEn,
            List<List<String>> goods,
            List<Integer> supplyPriceMinor,
            List<Integer> weightGrams) {}

    static Catalogue read() {
        return new Catalogue(Resources.read("catalogue.json", new TypeReference<>() {}));
    }

    static long departmentId(int department) {
        return department + 1L;
    }

    static long leafId(int department, int leaf) {
        return departmentId(department) * 100 + leaf + 1;
    }

    List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        for (int d = 0; d < departments.size(); d++) {
            Department department = departments.get(d);
            categories.add(new Category(departmentId(d), null, 1, department.nameZh, department.nameEn));
            for (int l = 0; l < department.leaves.size(); l++) {
                Leaf leaf = department.leaves.get(l);
                categories.add(new Category(leafId(d, l), departmentId(d), 2, leaf.nameZh, leaf.nameEn));
            }
        }
        return categories;
    }
}
