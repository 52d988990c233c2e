/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.watch;

import io.sourcelens.serving.catalogue.Marketplace;
import io.sourcelens.serving.openapi.OfMart;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Stock of one answer. */
@OfMart("stock_watch")
record StockWatch(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(
                description =
                        "Those that run out most probably first; none where the marketplace delivers no stock levels.")
        List<WatchedStock> items) {

    static StockWatch of(Marketplace marketplace, List<WatchedStock> items) {
        return items.stream()
                .max(Comparator.comparing(WatchedStock::asOf))
                .map(newest -> new StockWatch(marketplace.marketplace(), newest.asOf(), newest.runId(), items))
                .orElseGet(() ->
                        new StockWatch(marketplace.marketplace(), marketplace.asOf(), marketplace.runId(), items));
    }
}
