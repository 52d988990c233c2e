/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.answer;

import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Rows of one marketplace without amounts of money. */
public record Answer<T extends Published>(
        String marketplace,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<T> items) {

    public static <T extends Published> Answer<T> of(Marketplace marketplace, List<T> items) {
        Newest newest = Newest.of(marketplace, items);
        return new Answer<>(marketplace.marketplace(), newest.asOf(), newest.runId(), items);
    }
}
