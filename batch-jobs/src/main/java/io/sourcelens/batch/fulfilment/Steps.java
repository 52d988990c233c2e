/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import io.sourcelens.batch.fulfilment.FollowUp.Ending;
import java.util.Arrays;
import java.util.List;

/**
 * The estimate as a step function of time: a step wherever a parcel had its event or was cancelled.
 *
 * <p>Step {@code l} moves the share up to a later step by {@code a = S(l−1) + b} for each unit of the hazard of the event and
 * by {@code b = −(F − F(l)) ÷ (1 − q(l))} for that of cancellation, {@code F} being the share at the later step, {@code S}
 * who is left, {@code q} the hazard of both.
 */
final class Steps {
    private final double[] hours;
    private final double[] incidence;
    private final double[] survival;
    private final double[] atRisk;
    /** 1 ÷ (1 − q); 0 where nobody is left, for nothing depends on it then. */
    private final double[] leverage;

    private final double[] eventHazard;
    private final double[] hazard;
    /** Sums up to a step of what stands in the variance beside 1, F and F². */
    private final double[][] variance;

    private int count;

    private Steps(int most) {
        hours = new double[most];
        incidence = new double[most];
        survival = new double[most];
        atRisk = new double[most];
        leverage = new double[most];
        eventHazard = new double[most];
        hazard = new double[most];
        variance = new double[most][3];
    }

    /** @param sorted by hours */
    static Steps of(List<FollowUp> sorted) {
        Steps steps = new Steps(sorted.size());
        int at = 0;
        while (at < sorted.size()) {
            int first = at;
            double time = sorted.get(first).hours();
            int events = 0;
            int cancelled = 0;
            for (; at < sorted.size() && sorted.get(at).hours() == time; at++) {
                events += sorted.get(at).ending() == Ending.EVENT ? 1 : 0;
                cancelled += sorted.get(at).ending() == Ending.CANCELLED ? 1 : 0;
            }
            if (events + cancelled > 0) {
                steps.add(time, sorted.size() - first, events, cancelled);
            }
        }
        return steps;
    }

    private void add(double time, int parcels, int events, int cancelled) {
        int step = count++;
        double before = survival(step - 1);
        double ofEvent = (double) events / parcels;
        double ofBoth = (double) (events + cancelled) / parcels;
        hours[step] = time;
        atRisk[step] = parcels;
        eventHazard[step] = ofEvent;
        hazard[step] = ofBoth;
        incidence[step] = incidence(step - 1) + before * ofEvent;
        survival[step] = events + cancelled == parcels ? 0 : before * (1 - ofBoth);
        leverage[step] = events + cancelled == parcels ? 0 : 1 / (1 - ofBoth);
        addVariance(step, before);
    }

    /** Hazards of a step are shares of a multinomial; those of different steps are uncorrelated. */
    private void addVariance(int step, double before) {
        double parcels = atRisk[step];
        double ofEvent = eventHazard[step] * (1 - eventHazard[step]) / parcels;
        double mixed = eventHazard[step] * (1 - hazard[step]) / parcels;
        double ofBoth = hazard[step] * (1 - hazard[step]) / parcels;
        double constant = incidence[step] * leverage[step];
        double[] sums = step == 0 ? new double[3] : variance[step - 1].clone();
        sums[0] += before * before * ofEvent + 2 * before * constant * mixed + constant * constant * ofBoth;
        sums[1] -= 2 * leverage[step] * (before * mixed + constant * ofBoth);
        sums[2] += leverage[step] * leverage[step] * ofBoth;
        variance[step] = sums;
    }

    int count() {
        return count;
    }

    double hours(int step) {
        return hours[step];
    }

    /** The last step at or before a time; −1 before the first. */
    int at(double time) {
        int found = Arrays.binarySearch(hours, 0, count, time);
        return found >= 0 ? found : -found - 2;
    }

    /** The first step with at least that share; the number of steps if there is none. */
    int firstReaching(double share) {
        int found = Arrays.binarySearch(incidence, 0, count, share);
        int step = found >= 0 ? found : -found - 1;
        while (step > 0 && step < count && incidence[step - 1] >= share) {
            step--;
        }
        return step;
    }

    double incidence(int step) {
        return step < 0 ? 0 : incidence[step];
    }

    double survival(int step) {
        return step < 0 ? 1 : survival[step];
    }

    double variance(int step) {
        if (step < 0) {
            return 0;
        }
        double share = incidence[step];
        return Math.max(0, variance[step][0] + share * (variance[step][1] + share * variance[step][2]));
    }

    /** By how much one event at a step moves the share of a later one. */
    double ofEvent(int step, double share) {
        return (survival(step - 1) + incidence[step] * leverage[step] - share * leverage[step]) / atRisk[step];
    }

    /** By how much one cancellation at a step moves the share of a later one. */
    double ofCancellation(int step, double share) {
        return (incidence[step] - share) * leverage[step] / atRisk[step];
    }

    /** What being at risk at a step was expected to do, beside 1. */
    double expected(int step) {
        return (survival(step - 1) * eventHazard[step] + incidence[step] * leverage[step] * hazard[step])
                / atRisk[step];
    }

    /** The same, beside the share of the later step. */
    double expectedOfShare(int step) {
        return -leverage[step] * hazard[step] / atRisk[step];
    }
}
