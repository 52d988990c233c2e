/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts with their suppliers, strata and periods numbered. */
final class Evidence {
    final List<TrialCount> counts;
    final Map<String, Integer> suppliers = new HashMap<>();
    final Map<String, Integer> strata = new HashMap<>();
    final Map<Integer, Integer> periods = new HashMap<>();
    /** Where each supplier's counts begin; one more at the end. */
    final int[] begins;

    final int[] supplier;
    final int[] stratum;
    final int[] period;
    /** Exposure of the count's supplier in its period, in all strata. */
    final double[] together;

    Evidence(List<TrialCount> unsorted) {
        counts = unsorted.stream()
                .filter(count -> count.exposure() > 0)
                .sorted(TrialCount.ORDER)
                .toList();
        counts.forEach(count -> suppliers.putIfAbsent(count.supplierId(), suppliers.size()));
        counts.stream().map(TrialCount::stratum).sorted().forEach(name -> strata.putIfAbsent(name, strata.size()));
        counts.stream().map(TrialCount::periodsAgo).sorted().forEach(ago -> periods.putIfAbsent(ago, periods.size()));
        begins = new int[suppliers.size() + 1];
        supplier = new int[counts.size()];
        stratum = new int[counts.size()];
        period = new int[counts.size()];
        together = new double[counts.size()];
        number();
    }

    private void number() {
        int first = 0;
        for (int i = 0; i < counts.size(); i++) {
            TrialCount count = counts.get(i);
            supplier[i] = suppliers.get(count.supplierId());
            stratum[i] = strata.get(count.stratum());
            period[i] = periods.get(count.periodsAgo());
            begins[supplier[i] + 1] = i + 1;
            if (!sameCluster(first, i)) {
                first = i;
            }
            double sum = (i == first ? 0 : together[i - 1]) + count.exposure();
            for (int k = first; k <= i; k++) {
                together[k] = sum;
            }
        }
    }

    /** Whether two counts are of the same supplier and period. */
    boolean sameCluster(int one, int other) {
        return period[one] == period[other] && supplier[one] == supplier[other];
    }

    int size() {
        return counts.size();
    }
}
