/* SPDX-License-Identifier: Apache-2.0 */
/** How what a sku's order lines leave is spread: quantiles, the mean and its interval, and how probably a line is a loss. */
@NullMarked
package io.sourcelens.batch.distribution;

import org.jspecify.annotations.NullMarked;
