/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.bench.MadeUpHistory.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All marts after one new day of a large made-up history, from the trigger to readers in ClickHouse, beside DuckDB, which
 * computes those that it has queries for from nothing; and the same after a short and a long history. One process each, one
 * run; the new day is tried twice.
 */
public final class RefreshBench implements Bench {
    /** The first of them warms up what only a refresh of changes runs. */
    private static final int NEW_DAYS = 3;

    /** Histories of so many days, with a tenth of the lines a day. */
    private static final int SHORT = 90;

    private static final int LONG = 720;
    private static final double TIMES_FASTER_GOAL = 5;
    private static final double LONGER_GOAL = 1.2;

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String description() {
        return "all marts after a new day, beside DuckDB; " + MadeUpHistory.ARGUMENTS;
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        Size size = Size.of(arguments);
        MadeUpHistory.compileTests(home);
        MadeUpHistory history = MadeUpHistory.measure(home, size, NEW_DAYS);
        double duck = history.value(MadeUpHistory.DUCK);
        List<Figure> figures = new ArrayList<>(history.figures());
        figures.add(Figure.atLeast(
                "a new day, times faster than DuckDB",
                "",
                TIMES_FASTER_GOAL,
                Arrays.stream(history.values(MadeUpHistory.NEW_DAY))
                        .map(seconds -> duck / seconds)
                        .toArray()));
        int aDay = Math.max(1, size.lines() / size.days() / 10);
        double[] ofShort = MadeUpHistory.measure(home, new Size(aDay * SHORT, SHORT), NEW_DAYS)
                .values(MadeUpHistory.NEW_DAY);
        double[] ofLong = MadeUpHistory.measure(home, new Size(aDay * LONG, LONG), NEW_DAYS)
                .values(MadeUpHistory.NEW_DAY);
        figures.add(Figure.of("a new day after %d days".formatted(SHORT), "s", null, ofShort));
        figures.add(Figure.of("a new day after %d days".formatted(LONG), "s", null, ofLong));
        figures.add(Figure.of("the second of the first", "", LONGER_GOAL, least(ofLong) / least(ofShort)));
        return BenchReport.of(home, name(), 1, figures).publish(home);
    }

    private static double least(double... values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
