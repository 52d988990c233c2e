/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.change;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many of what was found is false. Y. Benjamini, Y. Hochberg, Controlling the false discovery rate: a practical and powerful
 * approach to multiple testing, Journal of the Royal Statistical Society B 57 (1995), 289–300.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * @param probabilities by chance, of everything that was looked at
     * @return of each, the share of false alarms among all that are as sure or surer
     */
    public static double[] shares(List<Double> probabilities) {
        List<Integer> leastSureFirst = IntStream.range(0, probabilities.size())
                .boxed()
                .sorted(Comparator.comparing(probabilities::get, Comparator.reverseOrder()))
                .toList();
        double[] shares = new double[probabilities.size()];
        double least = 1;
        int rank = probabilities.size();
        for (int index : leastSureFirst) {
            least = Math.min(least, probabilities.get(index) * probabilities.size() / rank--);
            shares[index] = least;
        }
        return shares;
    }
}
