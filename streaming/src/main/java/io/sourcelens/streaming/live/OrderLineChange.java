/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.streaming.live;

import org.jspecify.annotations.Nullable;

/**
 * A change of an order line, as far as the counts care.
 *
 * @param sourcePosition of two changes of a line the one with the greater position is the newer
 * @param contribution what the line contributes from now on; {@code null} once it is cancelled or deleted
 */
public record OrderLineChange(
        OrderLineKey line,
        long sourcePosition,
        long sourceTimeMillis,
        @Nullable Contribution contribution) {}
