/* SPDX-License-Identifier: Apache-2.0 */
/** Which orders made a number: the parcels and order lines behind the counts of a supplier's scorecard. */
@NullMarked
package io.sourcelens.batch.drilldown;

import org.jspecify.annotations.NullMarked;
