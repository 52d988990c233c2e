/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.score;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;

/** Tiers of a marketplace's suppliers, as {@code mart.supplier_score} would publish them over all categories. */
public final class Tiers {
    /** From the best to the worst, and those of whom too little is known. */
    public static final List<String> ALL = List.of("A", "B", "C", "D", SupplierScore.UNRATED);

    private Tiers() {}

    /**
     * By supplier: those with a scorecard of the window.
     *
     * @param scorecards rows of {@code mart.supplier_scorecard}
     * @param fulfilment rows of {@code mart.supplier_fulfilment}
     */
    public static SortedMap<String, String> of(
            List<Record> scorecards, List<Record> fulfilment, int windowDays, ScoreRules rules) {
        SortedMap<String, String> tiers = new TreeMap<>();
        Figures.of(scorecards, fulfilment).forEach((scored, figures) -> {
            if (scored.categoryId().equals(Scored.ALL) && scored.windowDays() == windowDays) {
                tiers.put(scored.supplierId(), new SupplierScore(Points.of(figures, rules), rules).tier());
            }
        });
        return tiers;
    }
}
