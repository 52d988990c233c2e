/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import java.math.BigInteger;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Freight of a supplier's order lines, summed over the seller-days of skus: whole numbers, so that no order of adding matters.
 *
 * @param rows seller-days
 * @param lines order lines that were not cancelled
 * @param freightSquared Σ freight² over rows
 * @param freightByUnits Σ freight × units
 */
record FreightSums(
        long rows,
        long lines,
        long units,
        BigInteger freight,
        BigInteger freightSquared,
        BigInteger freightByUnits,
        BigInteger unitsSquared) {
    static final FreightSums NONE =
            new FreightSums(0, 0, 0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    /** Fewer tell too little of where customers are. */
    private static final long LEAST_LINES = 10;

    FreightSums plus(FreightSums other) {
        return new FreightSums(
                rows + other.rows,
                lines + other.lines,
                units + other.units,
                freight.add(other.freight),
                freightSquared.add(other.freightSquared),
                freightByUnits.add(other.freightByUnits),
                unitsSquared.add(other.unitsSquared));
    }

    boolean isEnough() {
        return lines >= LEAST_LINES && rows >= 2 && units > 0;
    }

    /**
     * Minor units per unit of goods: the ratio estimator with its variance over seller-days and Student's t. W. G. Cochran,
     * Sampling Techniques, 3rd edition (1977), section 6.4.
     */
    Range perUnit() {
        double ratio = freight.doubleValue() / units;
        double squares = freightSquared.doubleValue()
                - 2 * ratio * freightByUnits.doubleValue()
                + ratio * ratio * unitsSquared.doubleValue();
        double error = Math.sqrt(Math.max(0, squares) * rows / (rows - 1.0)) / units;
        double margin = error * new TDistribution(null, rows - 1.0).inverseCumulativeProbability(0.95);
        return new Range(ratio, Math.max(0, ratio - margin), ratio + margin);
    }
}
