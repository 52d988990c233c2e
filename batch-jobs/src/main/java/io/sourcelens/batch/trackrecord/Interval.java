/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import org.jspecify.annotations.Nullable;

/**
 * An estimate with its 95 % interval.
 *
 * @param low null with too little evidence for an interval
 * @param high null with too little evidence for an interval
 */
public record Interval(
        double value, @Nullable Double low, @Nullable Double high) {}
