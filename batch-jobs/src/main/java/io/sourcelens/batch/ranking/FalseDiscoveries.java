/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Of many tests some are small by chance: what share of those that are no larger than one is to be expected to be. */
final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /**
     * q-values: {@code min over j ≥ i of p(j) m ÷ j} for the i-th smallest of m p-values (Benjamini and Hochberg, "Controlling
     * the false discovery rate", 1995).
     *
     * @param pValues null where nothing was tested
     * @return in the same order, null where they are
     */
    static @Nullable Double[] qValues(List<@Nullable Double> pValues) {
        List<Integer> descending = IntStream.range(0, pValues.size())
                .filter(i -> pValues.get(i) != null)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(pValues::get).reversed())
                .toList();
        @Nullable Double[] qValues = new Double[pValues.size()];
        double least = 1;
        for (int place = 0; place < descending.size(); place++) {
            int test = descending.get(place);
            int smallerOrEqual = descending.size() - place;
            least = Math.min(least, pValues.get(test) * descending.size() / smallerOrEqual);
            qValues[test] = least;
        }
        return qValues;
    }
}
