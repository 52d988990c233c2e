/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.stock.LostSales;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stock-outs of some skus cost in the newest four weeks.
 *
 * @param watchedSkus those whose stock is known; the others are not in it
 * @param outOfStockDays added over skus
 * @param lost null if the stock of none is known
 */
record Stockouts(
        long watchedSkus, double outOfStockDays, @Nullable LostSales lost) {
    static Stockouts of(List<SkuDemand> skus) {
        List<LostSales> known =
                skus.stream().map(SkuDemand::lost).filter(Objects::nonNull).toList();
        return new Stockouts(
                known.size(),
                skus.stream().mapToDouble(SkuDemand::outOfStockDays).sum(),
                known.isEmpty() ? null : LostSales.sum(known));
    }

    @Nullable
    Double units() {
        return lost == null ? null : lost.units();
    }

    @Nullable
    Double low() {
        return lost == null ? null : lost.low();
    }

    @Nullable
    Double high() {
        return lost == null ? null : lost.high();
    }
}
