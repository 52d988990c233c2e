/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace.supplier}. */
public record Supplier(long supplierId, String name, long categoryId, String shipFromProvince, Instant joinedAt) {}
