/* SPDX-License-Identifier: Apache-2.0 */
/** Where bringing in goods promises most: demand, supply, margin and punctuality per category and price band. */
@NullMarked
package io.sourcelens.batch.intake;

import org.jspecify.annotations.NullMarked;
