/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.jspecify.annotations.Nullable;

/**
 * How an order line changes a cell: what it contributed before is taken away, what it contributes now is added, at once.
 *
 * @param removed {@code null} if it contributed nothing
 * @param added {@code null} if it contributes nothing any more
 */
public record CellDifference(
        Cell cell, @Nullable Contribution removed, @Nullable Contribution added, long sourceTimeMillis) {}
