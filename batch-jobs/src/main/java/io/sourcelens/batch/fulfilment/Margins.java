/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Cells summed by lane, or by carrier and week. */
record Margins(Map<String, Sums> sums) {
    private static final Sums NONE = new Sums(0, 0, 0);

    /** @param weight parcels, each weighted by the effect of the other margin */
    record Sums(long parcels, double total, double weight) {
        Sums minus(Sums own) {
            return new Sums(parcels - own.parcels, total - own.total, weight - own.weight);
        }

        double effect() {
            return weight > 0 ? Math.max(0, total) / weight : 0;
        }
    }

    /** @param otherEffect of the margin that is not summed by */
    static Margins of(Collection<Cell> cells, Function<Cell, String> margin, ToDoubleFunction<Cell> otherEffect) {
        Map<String, Sums> sums = new TreeMap<>();
        cells.forEach(cell -> sums.merge(
                margin.apply(cell),
                new Sums(cell.parcels(), cell.total(), cell.parcels() * otherEffect.applyAsDouble(cell)),
                (one, more) -> new Sums(one.parcels + more.parcels, one.total + more.total, one.weight + more.weight)));
        return new Margins(sums);
    }

    Sums of(String name) {
        return sums.getOrDefault(name, NONE);
    }

    /** Without a supplier's own; of its margins alone. */
    Margins minus(Margins own) {
        Map<String, Sums> others = new TreeMap<>();
        own.sums.forEach((name, sum) -> others.put(name, of(name).minus(sum)));
        return new Margins(others);
    }
}
