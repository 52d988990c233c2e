/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when live counts know a marketplace; both null if the window is empty. */
record LiveFreshness(@Nullable Instant asOf, @Nullable Double ageSeconds) {}
