/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Observed mean less the mean expected of the same cells.
 *
 * @param parcels that could be compared
 * @param events of these, those that are meant
 */
record PeerDifference(long parcels, long events, double observed, double expected, Estimate estimate) {
    private static final PeerDifference NONE = new PeerDifference(0, 0, Double.NaN, Double.NaN, Estimate.UNKNOWN);

    /** @param expected mean of a parcel */
    record Compared(Cell cell, double expected) {
        /** Of a share, if parcels were independent; what nobody was late for has one too. */
        double binomialVariance() {
            return cell.parcels() * expected * (1 - expected);
        }

        double excess(double mean) {
            return cell.total() - cell.parcels() * (expected + mean);
        }
    }

    /**
     * Cells of one lane share what is not known of its norm, and those of one week what happened in it: the wider of the
     * two cluster-robust intervals, with Student's t for as many clusters. That of a share is never narrower than a binomial
     * one: a few parcels that were all in time seem to have no variance.
     */
    static PeerDifference of(List<Compared> compared, boolean isShare) {
        long parcels = compared.stream().mapToLong(one -> one.cell().parcels()).sum();
        if (parcels == 0) {
            return NONE;
        }
        double total = compared.stream().mapToDouble(one -> one.cell().total()).sum();
        double expected = compared.stream()
                        .mapToDouble(one -> one.cell().parcels() * one.expected())
                        .sum()
                / parcels;
        double difference = total / parcels - expected;
        double margin =
                Math.max(margin(compared, difference, Cell::lane), margin(compared, difference, Cell::carrierWeek));
        margin = isShare ? Math.max(margin, binomialMargin(compared) / parcels) : margin;
        Estimate estimate = Double.isFinite(margin)
                ? new Estimate(difference, difference - margin, difference + margin)
                : new Estimate(difference, null, null);
        return new PeerDifference(parcels, parcels, total / parcels, expected, estimate);
    }

    /** Of a share: the same of those that are not in it. */
    PeerDifference ofTheRest() {
        Estimate rest = new Estimate(minus(estimate.value()), minus(estimate.high()), minus(estimate.low()));
        long others = Math.round(parcels * (1 - observed));
        return new PeerDifference(parcels, others, 1 - observed, 1 - expected, rest);
    }

    private static @Nullable Double minus(@Nullable Double value) {
        return value == null ? null : 0 - value;
    }

    private static double binomialMargin(List<Compared> compared) {
        return Estimate.Z
                * Math.sqrt(compared.stream()
                        .mapToDouble(Compared::binomialVariance)
                        .sum());
    }

    private static double margin(List<Compared> compared, double difference, Function<Cell, String> cluster) {
        Map<String, Double> excess = new TreeMap<>();
        compared.forEach(one -> excess.merge(cluster.apply(one.cell()), one.excess(difference), Double::sum));
        int clusters = excess.size();
        if (clusters < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double parcels =
                compared.stream().mapToLong(one -> one.cell().parcels()).sum();
        double squares = excess.values().stream().mapToDouble(sum -> sum * sum).sum();
        return Estimate.t(clusters - 1) * Math.sqrt(squares * clusters / (clusters - 1.0)) / parcels;
    }
}
