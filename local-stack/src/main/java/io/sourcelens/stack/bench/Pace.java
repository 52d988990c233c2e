/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

/** When the next transaction is due so that a rate is kept on average: what is late is caught up at full speed. */
record Pace(double changesPerSecond) {
    Pace {
        if (!(changesPerSecond > 0)) {
            throw new IllegalArgumentException(
                    "Cannot keep a rate of %s changes per second: it must be above 0".formatted(changesPerSecond));
        }
    }

    /** @param changes made in the time that has passed */
    long nanosUntilDue(long changes, long passedNanos) {
        return Math.max(0, (long) (changes / changesPerSecond * 1e9) - passedNanos);
    }
}
