/**
 * How a supplier fulfils: time to dispatch and in transit with what is still under way, transit against peers of the same
 * carrier, tracking, and cancellations for lack of stock.
 */
@NullMarked
package io.sourcelens.batch.fulfilment;

import org.jspecify.annotations.NullMarked;
