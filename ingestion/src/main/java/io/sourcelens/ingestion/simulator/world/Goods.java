/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One kind of goods before suppliers offer it. */
record Goods(
        int department,
        long categoryId,
        String styleZh,
        String styleEn,
        String baseZh,
        String baseEn,
        List<List<String>> variants,
        double supplyPriceMinor,
        double markup,
        int weightGrams) {

    static Goods draw(Catalogue catalogue, int department, int leafIndex, Randomness randomness) {
        Catalogue.Department shelf = catalogue.departments().get(department);
        Catalogue.Leaf leaf = shelf.leaves().get(leafIndex);
        List<String> style = randomness.pick(shelf.styles());
        List<String> base = randomness.pick(leaf.goods());
        List<List<String>> choices = new ArrayList<>(shelf.variants());
        List<List<String>> variants = new ArrayList<>();
        for (int wanted = randomness.wholeBetween(1, 3); wanted > 0; wanted--) {
            variants.add(choices.remove(randomness.wholeBetween(0, choices.size() - 1)));
        }
        double position = randomness.nextDouble();
        return new Goods(
                department,
                Catalogue.leafId(department, leafIndex),
                style.get(0),
                style.get(1),
                base.get(0),
                base.get(1),
                variants,
                leaf.supplyPriceMinor().get(0)
                        * Math.pow(
                                (double) leaf.supplyPriceMinor().get(1)
                                        / leaf.supplyPriceMinor().get(0),
                                position),
                Math.max(1.15, randomness.logNormal(1.75, 0.18)),
                (int) Math.round(leaf.weightGrams().get(0)
                        + position
                                * (leaf.weightGrams().get(1)
                                        - leaf.weightGrams().get(0))));
    }

    String nameZh(int variant) {
        return styleZh + baseZh + " " + variants.get(variant).get(0);
    }

    String nameEn(int variant) {
        return "%s %s, %s"
                .formatted(
                        styleEn,
                        baseEn.toLowerCase(Locale.ROOT),
                        variants.get(variant).get(1));
    }
}
