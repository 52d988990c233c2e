/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How good a ranked list was, by what turned out to be relevant.
 *
 * @param relevance of each sku that was relevant, above 0
 */
record ListMetrics(Map<String, Double> relevance) {
    private static final int RELEVANT = 100;

    /** Skus of largest relevance, at most {@value #RELEVANT}; ties go to the smaller sku_id. */
    Set<String> mostRelevant() {
        return relevance.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RELEVANT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Share of the first places that went to the most relevant; an empty place is a miss. Null if nothing was relevant. */
    @Nullable
    Double precision(List<String> list, int places) {
        if (relevance.isEmpty()) {
            return null;
        }
        Set<String> right = mostRelevant();
        return (double) list.stream().limit(places).filter(right::contains).count() / places;
    }

    /**
     * Normalized discounted cumulated gain: {@code DCG / DCG of the ideal list}, {@code DCG = Σ relevance(i) ÷ log2(i + 1)}
     * over the places i from 1 (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002; gain
     * is the relevance itself, the discount begins at the second place). Null if nothing was relevant.
     */
    @Nullable
    Double ndcg(List<String> list, int places) {
        if (relevance.isEmpty()) {
            return null;
        }
        double[] gains = list.stream()
                .limit(places)
                .mapToDouble(sku -> relevance.getOrDefault(sku, 0.0))
                .toArray();
        double[] ideal = relevance.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(places)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return discounted(gains) / discounted(ideal);
    }

    private static double discounted(double[] gains) {
        double sum = 0;
        for (int i = 0; i < gains.length; i++) {
            sum += gains[i] * Math.log(2) / Math.log(i + 2.0);
        }
        return sum;
    }
}
