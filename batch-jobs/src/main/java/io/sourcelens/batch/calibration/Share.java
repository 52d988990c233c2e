/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.calibration;

/** How often something held. */
public final class Share {
    private static final double LEAST_COVERAGE_PERCENT = 88;
    private static final double MOST_COVERAGE_PERCENT = 92;

    private long held;
    private long all;

    public void add(boolean holds) {
        held += holds ? 1 : 0;
        all++;
    }

    public long count() {
        return all;
    }

    public double percent() {
        return 100.0 * held / all;
    }

    /** How many 90 % intervals held what they promise. */
    public Finding coverage(String name) {
        return Finding.between(name, "%", LEAST_COVERAGE_PERCENT, MOST_COVERAGE_PERCENT, percent());
    }
}
