/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import io.sourcelens.stack.Bench;
import io.sourcelens.stack.bench.MadeUpHistory.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All marts of a large made-up history from nothing, changes merged and published too, beside DuckDB, which computes those
 * that it has queries for from what was merged. One process, one run.
 */
public final class BackfillBench implements Bench {
    private static final double GOAL = 2;

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public String description() {
        return "all marts from nothing, beside DuckDB; " + MadeUpHistory.ARGUMENTS;
    }

    @Override
    public int run(Path home, List<String> arguments) throws Exception {
        MadeUpHistory.compileTests(home);
        MadeUpHistory history = MadeUpHistory.measure(home, Size.of(arguments), 0);
        List<Figure> figures = new ArrayList<>(history.figures());
        figures.add(Figure.of(
                "from nothing, of DuckDB's time",
                "",
                GOAL,
                history.value(MadeUpHistory.FROM_NOTHING) / history.value(MadeUpHistory.DUCK)));
        return BenchReport.of(home, name(), 1, figures).publish(home);
    }
}
