/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import java.util.Locale;

/** What is measured of a method. */
public enum Metric {
    PRECISION_20(Better.LARGER),
    NDCG_100(Better.LARGER),
    LOG_LOSS(Better.SMALLER),
    BRIER(Better.SMALLER),
    /** Share of outcomes within their 90 % interval; neither more nor less is better. */
    COVERAGE(Better.NEITHER),
    /** Share to which it happened, of a tier's suppliers. */
    RATE(Better.NEITHER);

    private enum Better {
        LARGER,
        SMALLER,
        NEITHER
    }

    private final Better better;

    Metric(Better better) {
        this.better = better;
    }

    /** Its name in {@code mart.track_record}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether one method can be better than another. */
    boolean ranksMethods() {
        return better != Better.NEITHER;
    }

    /** By how much ours is better than theirs; negative if it is worse. */
    double lift(double ours, double theirs) {
        return better == Better.LARGER ? ours - theirs : theirs - ours;
    }
}
