/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts with their suppliers, lanes and periods numbered. */
final class Evidence {
    final List<DueCount> counts;
    final Map<String, Integer> suppliers = new HashMap<>();
    final Map<String, Integer> lanes = new HashMap<>();
    final Map<Integer, Integer> periods = new HashMap<>();
    /** Where each supplier's counts begin; one more at the end. */
    final int[] begins;

    final int[] supplier;
    final int[] lane;
    final int[] period;
    /** Parcels of the count's supplier in its period, on all lanes. */
    final long[] together;

    Evidence(List<DueCount> unsorted) {
        counts = unsorted.stream()
                .filter(count -> count.due() > 0)
                .sorted(DueCount.ORDER)
                .toList();
        counts.forEach(count -> suppliers.putIfAbsent(count.supplierId(), suppliers.size()));
        counts.stream().map(DueCount::lane).sorted().forEach(name -> lanes.putIfAbsent(name, lanes.size()));
        counts.stream().map(DueCount::periodsAgo).sorted().forEach(ago -> periods.putIfAbsent(ago, periods.size()));
        begins = new int[suppliers.size() + 1];
        supplier = new int[counts.size()];
        lane = new int[counts.size()];
        period = new int[counts.size()];
        together = new long[counts.size()];
        number();
    }

    private void number() {
        int first = 0;
        for (int i = 0; i < counts.size(); i++) {
            DueCount count = counts.get(i);
            supplier[i] = suppliers.get(count.supplierId());
            lane[i] = lanes.get(count.lane());
            period[i] = periods.get(count.periodsAgo());
            begins[supplier[i] + 1] = i + 1;
            if (!sameCluster(first, i)) {
                first = i;
            }
            long sum = (i == first ? 0 : together[i - 1]) + count.due();
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
