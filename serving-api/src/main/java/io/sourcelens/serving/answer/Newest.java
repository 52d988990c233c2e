/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.answer;

import io.sourcelens.serving.catalogue.Marketplace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How fresh an answer is: as its newest row, and without any as its marketplace. */
public record Newest(Instant asOf, String runId) {
    public static Newest of(Marketplace marketplace, List<? extends Published> items) {
        return items.stream()
                .max(Comparator.comparing(Published::asOf))
                .map(newest -> new Newest(newest.asOf(), newest.runId()))
                .orElseGet(() -> new Newest(marketplace.asOf(), marketplace.runId()));
    }
}
