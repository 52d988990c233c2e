/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is to be expected of a supplier: the model of its rates, its forecasts, and how often it was right. A parcel is late or
 * not from the moment its promise has passed, so everything due before an instant is known at that instant; of a line's defects
 * only a part is reported by then, and it is evidence for as much.
 */
@NullMarked
package io.sourcelens.batch.forecast;

import org.jspecify.annotations.NullMarked;
