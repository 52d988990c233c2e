/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text must be readable as, where the marts could not be computed from anything else. */
public enum TextFormat {
    CURRENCY(
            "ISO 4217 code",
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toSet())),
    TIME_ZONE("IANA zone", ZoneId.getAvailableZoneIds());

    private final String description;
    private final Set<String> values;

    TextFormat(String description, Set<String> values) {
        this.description = description;
        this.values = Set.copyOf(values);
    }

    boolean fits(String text) {
        return values.contains(text);
    }

    String description() {
        return description;
    }
}
