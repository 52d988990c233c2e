/* SPDX-License-Identifier: Apache-2.0 */
/** What the marts have in common: what they are computed from, and what became of each. Knows neither them nor the run. */
@NullMarked
package io.sourcelens.batch.mart;

import org.jspecify.annotations.NullMarked;
