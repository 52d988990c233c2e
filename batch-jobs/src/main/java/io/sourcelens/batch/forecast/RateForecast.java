/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.forecast;

/**
 * What is expected of a supplier's next period.
 *
 * @param probability of an event: a parcel is late, a line is defective
 * @param low 5 % quantile of the share of events that will be observed: lower end of its 90 % predictive interval
 * @param high 95 % quantile: upper end
 */
public record RateForecast(double probability, double low, double high) {}
