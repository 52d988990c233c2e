/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.answer.Newest;
import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Parcels of one answer. */
@OfMart("stuck_parcel")
record StuckParcels(
        String marketplace,
        String sellerId,
        Instant asOf,
        String runId,
        @Schema(description = "Oldest first.") List<StuckParcel> items) {

    static StuckParcels of(Marketplace marketplace, String sellerId, List<StuckParcel> items) {
        Newest newest = Newest.of(marketplace, items);
        return new StuckParcels(marketplace.marketplace(), sellerId, newest.asOf(), newest.runId(), items);
    }
}
