/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.change.FalseDiscovery;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What subjects of a marketplace are held against: each other.
 *
 * @param falseShares of those with a growth: of many that were looked at some seem to grow by chance alone
 * @param sellersPerSku median of those with a growth
 * @param lateDelivery mean over all orders of the marketplace
 */
record Norms(Map<Subject, Double> falseShares, OptionalDouble sellersPerSku, OptionalDouble lateDelivery) {
    static Norms of(List<Subject> subjects, OptionalDouble lateDelivery) {
        List<Subject> measured = subjects.stream()
                .filter(one -> one.opportunity().growth().isPresent())
                .toList();
        double[] shares = FalseDiscovery.shares(measured.stream()
                .map(one -> one.opportunity().growth().orElseThrow().chance())
                .toList());
        Map<Subject, Double> falseShares = new IdentityHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            falseShares.put(measured.get(i), shares[i]);
        }
        return new Norms(falseShares, medianSellers(measured), lateDelivery);
    }

    private static OptionalDouble medianSellers(List<Subject> subjects) {
        double[] sellers = subjects.stream()
                .map(one -> one.opportunity().sellersPerSku())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        return sellers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sellers[(sellers.length - 1) / 2]);
    }

    @Nullable
    Double falseShare(Subject subject) {
        return falseShares.get(subject);
    }
}
