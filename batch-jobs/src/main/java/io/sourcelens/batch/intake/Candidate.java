/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Something worth doing, and why. */
record Candidate(Kind kind, Subject subject, Set<Reason> reasons, Norms norms) {
    /** As in the column {@code kind}. */
    enum Kind {
        WIDEN,
        SECOND_SOURCE,
        BRING_IN;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As in the column {@code reasons}; the words are the API's. */
    enum Reason {
        DEMAND_GROWS,
        FEW_SELLERS,
        PUNCTUAL_SUPPLIERS,
        LEAVES_MARGIN,
        CONCENTRATED_SUPPLY,
        ONE_SUPPLIER,
        STOCK_OUTS_COST_SALES
    }

    String reasonsColumn() {
        return reasons.stream()
                .sorted()
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** What it is ranked by within its kind, most first. */
    double gain() {
        Opportunity opportunity = subject.opportunity();
        if (kind == Kind.SECOND_SOURCE) {
            Double lost = opportunity.stockouts().low();
            return lost == null ? 0 : lost;
        }
        return opportunity
                .growth()
                .map(growth -> certainExtraOrders(opportunity, growth))
                .orElse(0.0);
    }

    static double certainExtraOrders(Opportunity opportunity, Growth growth) {
        return opportunity.previousOrders() * (growth.low() - 1);
    }

    static List<Candidate> ranked(List<Candidate> some) {
        return some.stream()
                .sorted(Comparator.comparingDouble(Candidate::gain)
                        .thenComparingLong(one -> one.subject().opportunity().orders())
                        .reversed()
                        .thenComparing(one -> one.subject().firstSku().skuId()))
                .toList();
    }
}
