/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sku's days, from the first that is looked at. A level holds until the next one; before the first one nothing is known
 * of the stock.
 */
final class SkuStock {
    private static final int UNKNOWN = -1;

    private final String skuId;
    private final int[] units;
    private final int[] lines;
    private final int[] noStockLines;
    private final int[] noStockUnits;
    private final int[] closing;
    private final boolean[] out;
    private final int[] raised;
    private final double[] available;
    private final double[] missing;
    private final Levels[] levels;
    private @Nullable Instant newestAt;

    /**
     * The levels of one day, see {@code rollup.sku_stock_day}.
     *
     * @param firstShare share of the day before the first level
     * @param shownShare share of the day, since the first level, with stock
     */
    record Levels(
            int first, int lowest, int closing, double firstShare, double shownShare, int raised, Instant newestAt) {}

    SkuStock(String skuId, int days) {
        this.skuId = skuId;
        units = new int[days];
        lines = new int[days];
        noStockLines = new int[days];
        noStockUnits = new int[days];
        closing = new int[days];
        out = new boolean[days];
        raised = new int[days];
        available = new double[days];
        missing = new double[days];
        levels = new Levels[days];
    }

    String skuId() {
        return skuId;
    }

    void ordered(int day, int moreUnits, int moreLines, int moreNoStockLines, int moreNoStockUnits) {
        units[day] += moreUnits;
        lines[day] += moreLines;
        noStockLines[day] += moreNoStockLines;
        noStockUnits[day] += moreNoStockUnits;
    }

    void shown(int day, Levels ofDay) {
        levels[day] = ofDay;
    }

    /** Carries levels from day to day. */
    SkuStock complete() {
        int before = UNKNOWN;
        for (int day = 0; day < closing.length; day++) {
            Levels ofDay = levels[day];
            if (ofDay == null) {
                available[day] = before > 0 ? 1 : 0;
                missing[day] = before == 0 ? 1 : 0;
                out[day] = before == 0;
            } else {
                available[day] = ofDay.shownShare() + (before > 0 ? ofDay.firstShare() : 0);
                missing[day] = Math.max(
                        0, 1 - ofDay.firstShare() - ofDay.shownShare() + (before == 0 ? ofDay.firstShare() : 0));
                out[day] = before == 0 || ofDay.lowest() == 0;
                raised[day] = ofDay.raised() + (before != UNKNOWN && ofDay.first() > before ? 1 : 0);
                before = ofDay.closing();
                newestAt = ofDay.newestAt();
            }
            closing[day] = before;
        }
        Arrays.fill(levels, null);
        return this;
    }

    /** Whether a level is known at the end of the day. */
    boolean isKnown(int day) {
        return day >= 0 && closing[day] != UNKNOWN;
    }

    /** Units shown at the end of the day. */
    int closing(int day) {
        return closing[day];
    }

    /** When the newest of all levels was recorded. */
    @Nullable
    Instant newestAt() {
        return newestAt;
    }

    /** Units ordered on days with stock; what is ordered while nothing is shown tells little of demand. */
    int units(int from, int until) {
        int sum = 0;
        for (int day = Math.max(0, from); day < until; day++) {
            sum += available[day] > 0 ? units[day] : 0;
        }
        return sum;
    }

    /** Units ordered on days when nothing was shown all day long. */
    int unitsWithoutStock(int from, int until) {
        int sum = 0;
        for (int day = Math.max(0, from); day < until; day++) {
            sum += available[day] == 0 && missing[day] > 0 ? units[day] : 0;
        }
        return sum;
    }

    int lines(int from, int until) {
        return sum(lines, from, until);
    }

    int noStockLines(int from, int until) {
        return sum(noStockLines, from, until);
    }

    int noStockUnits(int from, int until) {
        return sum(noStockUnits, from, until);
    }

    int raised(int from, int until) {
        return sum(raised, from, until);
    }

    /** Days with stock, in parts. */
    double availableDays(int from, int until) {
        return sum(available, from, until);
    }

    /** Days during which nothing was shown, in parts; time of which nothing is known is none. */
    double missingDays(int from, int until) {
        return sum(missing, from, until);
    }

    /** Days whose level is known. */
    int knownDays(int from, int until) {
        int sum = 0;
        for (int day = Math.max(0, from); day < until; day++) {
            sum += isKnown(day) ? 1 : 0;
        }
        return sum;
    }

    /** Whether nothing was shown at some time of the days, or a line was cancelled for lack of stock. */
    boolean ranOut(int from, int until) {
        for (int day = from; day < until; day++) {
            if (out[day] || noStockLines[day] > 0) {
                return true;
            }
        }
        return false;
    }

    private static int sum(int[] values, int from, int until) {
        int sum = 0;
        for (int day = Math.max(0, from); day < until; day++) {
            sum += values[day];
        }
        return sum;
    }

    private static double sum(double[] values, int from, int until) {
        double sum = 0;
        for (int day = Math.max(0, from); day < until; day++) {
            sum += values[day];
        }
        return sum;
    }
}
