/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.intake;

import io.sourcelens.batch.intake.Candidate.Kind;
import io.sourcelens.batch.intake.Candidate.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Which subjects are candidates. What is not known neither makes one nor is said of one. */
final class Candidates {
    private static final double MOST_FALSE = 0.1;
    private static final int LEAST_ORDERS = 10;
    private static final int LEAST_MARGIN_LINES = 10;
    private static final double LEAST_LOST_UNITS = 1;
    /**
     * Above it supply is highly concentrated: U.S. Department of Justice, Federal Trade Commission, Horizontal Merger
     * Guidelines (2010), section 5.3.
     */
    private static final double CONCENTRATED = 0.25;

    private Candidates() {}

    /** Of each kind by rank. */
    static List<Candidate> of(List<Subject> goods, List<Subject> places, OptionalDouble lateDelivery) {
        Norms ofGoods = Norms.of(goods, lateDelivery);
        Norms ofPlaces = Norms.of(places, lateDelivery);
        List<Candidate> found = new ArrayList<>();
        found.addAll(Candidate.ranked(
                goods.stream().flatMap(one -> widen(one, ofGoods).stream()).toList()));
        found.addAll(Candidate.ranked(goods.stream()
                .flatMap(one -> secondSource(one, ofGoods).stream())
                .toList()));
        found.addAll(Candidate.ranked(
                places.stream().flatMap(one -> bringIn(one, ofPlaces).stream()).toList()));
        return found;
    }

    private static Optional<Candidate> widen(Subject goods, Norms norms) {
        Set<Reason> reasons = reasons(goods, norms);
        boolean isLate = isKnownBoth(goods, norms) && !reasons.contains(Reason.PUNCTUAL_SUPPLIERS);
        return reasons.containsAll(EnumSet.of(Reason.DEMAND_GROWS, Reason.FEW_SELLERS)) && !isLate && !isLoss(goods)
                ? Optional.of(new Candidate(Kind.WIDEN, goods, reasons, norms))
                : Optional.empty();
    }

    /** Of match groups alone: of a sku without one nobody knows who else has it. */
    private static Optional<Candidate> secondSource(Subject goods, Norms norms) {
        Set<Reason> reasons = reasons(goods, norms);
        boolean isOfOne = goods.matchGroupId() != null && goods.onlySupplier() != null;
        if (!isOfOne
                || !reasons.contains(Reason.STOCK_OUTS_COST_SALES)
                || goods.opportunity().orders() < LEAST_ORDERS
                || isLoss(goods)) {
            return Optional.empty();
        }
        reasons.add(Reason.ONE_SUPPLIER);
        reasons.remove(Reason.CONCENTRATED_SUPPLY);
        return Optional.of(new Candidate(Kind.SECOND_SOURCE, goods, reasons, norms));
    }

    private static Optional<Candidate> bringIn(Subject place, Norms norms) {
        Set<Reason> reasons = reasons(place, norms);
        return reasons.contains(Reason.DEMAND_GROWS) && !isLoss(place)
                ? Optional.of(new Candidate(Kind.BRING_IN, place, reasons, norms))
                : Optional.empty();
    }

    private static Set<Reason> reasons(Subject subject, Norms norms) {
        Opportunity opportunity = subject.opportunity();
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Double falseShare = norms.falseShare(subject);
        if (falseShare != null
                && falseShare <= MOST_FALSE
                && opportunity.growth().orElseThrow().low() > 1) {
            reasons.add(Reason.DEMAND_GROWS);
        }
        if (atMost(opportunity.sellersPerSku(), norms.sellersPerSku())) {
            reasons.add(Reason.FEW_SELLERS);
        }
        if (atMost(opportunity.supply().lateDelivery(), norms.lateDelivery())) {
            reasons.add(Reason.PUNCTUAL_SUPPLIERS);
        }
        Achievable achievable = opportunity.achievable();
        if (achievable.medianMinor() != null
                && achievable.medianMinor() > 0
                && achievable.lines() >= LEAST_MARGIN_LINES) {
            reasons.add(Reason.LEAVES_MARGIN);
        }
        OptionalDouble concentration = opportunity.supply().concentration();
        if (subject.priceBand() != null && concentration.isPresent() && concentration.getAsDouble() > CONCENTRATED) {
            reasons.add(Reason.CONCENTRATED_SUPPLY);
        }
        Double lost = opportunity.stockouts().low();
        if (lost != null && lost >= LEAST_LOST_UNITS) {
            reasons.add(Reason.STOCK_OUTS_COST_SALES);
        }
        return reasons;
    }

    private static boolean atMost(OptionalDouble value, OptionalDouble norm) {
        return value.isPresent() && norm.isPresent() && value.getAsDouble() <= norm.getAsDouble();
    }

    private static boolean isKnownBoth(Subject subject, Norms norms) {
        return subject.opportunity().supply().lateDelivery().isPresent()
                && norms.lateDelivery().isPresent();
    }

    private static boolean isLoss(Subject subject) {
        Long median = subject.opportunity().achievable().medianMinor();
        return median != null && median < 0;
    }
}
