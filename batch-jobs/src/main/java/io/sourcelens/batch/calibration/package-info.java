/**
 * Whether estimates are right where the truth is known, because it was made up. The worlds stand beside the estimators that
 * they try, and share none of their assumptions: what is planted is clustered, drifts, and has other shapes than are fitted.
 * Tests hold small worlds against the goals, {@code ./sourcelens bench calibration} holds large ones of several seeds.
 */
@NullMarked
package io.sourcelens.batch.calibration;

import org.jspecify.annotations.NullMarked;
