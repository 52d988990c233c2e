/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

import java.time.Instant;

/** Row of {@code marketplace.tracking_scan}: one scan of a parcel by its carrier. */
public record TrackingScan(long trackingScanId, long parcelId, ScanKind kind, String province, Instant scannedAt) {}
