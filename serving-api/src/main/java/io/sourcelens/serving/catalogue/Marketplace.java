/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.catalogue;

import io.sourcelens.serving.openapi.OfMart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A marketplace whose figures are published. */
@OfMart("marketplace")
public record Marketplace(
        String marketplace, String name, String currency, String timeZone, Instant asOf, String runId) {
    /** The marketplace's day of its newest order. */
    public LocalDate latestDay() {
        return asOf.atZone(ZoneId.of(timeZone)).toLocalDate();
    }
}
