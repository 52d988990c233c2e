/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.live;

/** What a seller sold in a window. */
record LiveSales(long orders, long buyers, long units, long saleRevenueMinor) {}
