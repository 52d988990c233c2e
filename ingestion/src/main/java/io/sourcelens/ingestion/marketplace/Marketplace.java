/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** Row of {@code marketplace.marketplace}: the station itself. */
public record Marketplace(int id, String name, String currency, String timeZone, int returnWindowDays) {}
