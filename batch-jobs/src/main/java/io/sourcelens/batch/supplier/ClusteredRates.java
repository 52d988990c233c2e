/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.supplier;

import java.util.List;
import java.util.function.Function;

/**
 * Rates of suppliers among their peers, drawn towards each other. What happens to a supplier's parcels or lines of one day
 * happens to them together, so that they tell as much as fewer independent ones.
 */
record ClusteredRates(
        Function<SupplierCount, DayClusters> clusters,
        Function<SupplierCount, BetaPrior.Count> counts,
        double correlation,
        BetaPrior prior) {

    static ClusteredRates of(
            List<SupplierCount> peers,
            Function<SupplierCount, DayClusters> clusters,
            Function<SupplierCount, BetaPrior.Count> counts) {
        double correlation =
                DayClusters.correlation(peers.stream().map(clusters).toList());
        return new ClusteredRates(
                clusters,
                counts,
                correlation,
                BetaPrior.fit(peers.stream()
                        .map(peer -> clusters.apply(peer).independent(counts.apply(peer), correlation))
                        .toList()));
    }

    BetaPrior.Estimate estimate(SupplierCount supplier) {
        return prior.posterior(clusters.apply(supplier).independent(counts.apply(supplier), correlation));
    }
}
