/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace.seller}: a tenant. */
public record Seller(long sellerId, String name, String province, Instant joinedAt) {}
