/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.answer;

import io.sourcelens.serving.catalogue.Marketplace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Rows of one marketplace with amounts in its currency. */
public record MoneyAnswer<T extends Published>(
        String marketplace,
        String currency,
        Instant asOf,
        String runId,

        @Schema(description = "In the order that the endpoint says.")
        List<T> items) {

    public static <T extends Published> MoneyAnswer<T> of(Marketplace marketplace, List<T> items) {
        Newest newest = Newest.of(marketplace, items);
        return new MoneyAnswer<>(
                marketplace.marketplace(), marketplace.currency(), newest.asOf(), newest.runId(), items);
    }
}
