/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the skus of one week did until they were of some age.
 *
 * @param sales sums over the skus
 * @param soldSkus with a sale
 * @param stockedSkus whose stock was shown
 * @param stockedSoldUnits sold of these
 */
record Cohort(long skus, Start sales, long soldSkus, long stockedSkus, long stockedSoldUnits) {
    static Cohort of(List<Start> starts) {
        List<Start> stocked =
                starts.stream().filter(one -> one.stockUnits() != null).toList();
        Start sum = new Start(
                starts.stream().mapToLong(Start::orderLines).sum(),
                starts.stream().mapToLong(Start::allOrderLines).sum(),
                starts.stream().mapToLong(Start::settledOrderLines).sum(),
                starts.stream().mapToLong(Start::units).sum(),
                contribution(starts),
                starts.stream().mapToLong(Start::sellers).sum(),
                starts.stream().mapToLong(Start::repeatSellers).sum(),
                stocked.stream()
                        .mapToInt(one -> Objects.requireNonNull(one.stockUnits()))
                        .sum());
        return new Cohort(
                starts.size(),
                sum,
                starts.stream().filter(one -> one.orderLines() > 0).count(),
                stocked.size(),
                stocked.stream().mapToLong(Start::units).sum());
    }

    private static @Nullable Long contribution(List<Start> starts) {
        long sum = 0;
        for (Start start : starts) {
            if (start.contributionMinor() == null) {
                return null;
            }
            sum += start.contributionMinor();
        }
        return sum;
    }

    OptionalDouble firstSaleShare() {
        return share(soldSkus, skus);
    }

    OptionalDouble sellThrough() {
        return share(stockedSoldUnits, stockedSoldUnits + Objects.requireNonNullElse(sales.stockUnits(), 0));
    }

    OptionalDouble repeatShare() {
        return share(sales.repeatSellers(), sales.sellers());
    }

    OptionalDouble contributionPerSkuMinor() {
        return sales.contributionMinor() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) sales.contributionMinor() / skus);
    }

    OptionalDouble settledShare() {
        return share(sales.settledOrderLines(), sales.allOrderLines());
    }

    private static OptionalDouble share(long some, long all) {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / all);
    }
}
