/**
 * What is to be expected of a supplier: the model of late parcels, its forecasts, and how often it was right. A parcel is
 * late or not from the moment its promise has passed, so everything due before an instant is known at that instant.
 */
@NullMarked
package io.sourcelens.batch.forecast;

import org.jspecify.annotations.NullMarked;
