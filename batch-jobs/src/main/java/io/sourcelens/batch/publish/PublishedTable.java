/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import io.sourcelens.batch.marketplace.MarketplaceDays;
import java.util.Optional;

/**
 * One version of a mart in the lake, as one refresh run wrote it.
 *
 * @param mart name of the mart, as in its schema file
 * @param tableLocation where the Iceberg table lies, for example {@code file:///…/warehouse/mart/best_sellers}
 * @param metadataFile the table's metadata file of this version, below the table's location
 * @param rows rows of this version
 * @param changed of a mart of days: outside of these it is what readers see already; empty if that cannot be told
 */
public record PublishedTable(
        String mart, String tableLocation, String metadataFile, long rows, Optional<MarketplaceDays> changed) {}
