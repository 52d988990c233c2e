/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line of some skus may leave.
 *
 * @param medianMinor median over settled lines of the median of their skus; null where none is known
 * @param lines settled ones behind it
 */
record Achievable(@Nullable Long medianMinor, long lines) {
    static Achievable of(List<SkuDemand> skus) {
        List<SkuDemand> known = skus.stream()
                .filter(sku -> sku.contributionMedianMinor() != null)
                .sorted(Comparator.comparingLong(sku -> Objects.requireNonNull(sku.contributionMedianMinor())))
                .toList();
        long lines = known.stream().mapToLong(SkuDemand::settledLines).sum();
        long counted = 0;
        for (SkuDemand sku : known) {
            counted += sku.settledLines();
            if (2 * counted >= lines) {
                return new Achievable(sku.contributionMedianMinor(), lines);
            }
        }
        return new Achievable(null, 0);
    }
}
