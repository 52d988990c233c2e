/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.calibration;

import java.util.List;

/** One question to an estimator, asked in a made-up world. */
public interface Calibration {
    /** @param seed of the world; the same seed finds the same */
    List<Finding> of(int seed);
}
