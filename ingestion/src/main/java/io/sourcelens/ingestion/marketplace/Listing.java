/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row of {@code marketplace.listing}: a sku in a seller's shop. */
public record Listing(
        long listingId,
        long sellerId,
        long skuId,
        long salePriceMinor,
        Instant listedAt,
        @Nullable Instant delistedAt) {}
