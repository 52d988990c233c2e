/**
 * What is left of a sale: the parts of the contribution per order line, shared out and summed to the fen, and the mart of
 * sku × seller × day.
 */
@NullMarked
package io.sourcelens.batch.margin;

import org.jspecify.annotations.NullMarked;
