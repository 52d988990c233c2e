/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace.stock_level}: what the supplier showed as available. */
public record StockLevel(long stockLevelId, long skuId, int shownQuantity, Instant recordedAt) {}
