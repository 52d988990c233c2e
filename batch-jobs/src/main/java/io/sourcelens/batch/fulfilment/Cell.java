/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

/**
 * A supplier's parcels of one lane that a carrier first scanned in one week.
 *
 * @param carrierWeek carrier and week
 * @param total of what is compared: hours, or parcels that took too long
 */
record Cell(String lane, String carrierWeek, long parcels, double total) {}
