/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import io.sourcelens.stack.bench.BackfillBench;
import io.sourcelens.stack.bench.CalibrationBench;
import io.sourcelens.stack.bench.CareBench;
import io.sourcelens.stack.bench.FreshnessBench;
import io.sourcelens.stack.bench.LoadBench;
import io.sourcelens.stack.bench.PathBench;
import io.sourcelens.stack.bench.RefreshBench;
import io.sourcelens.stack.bench.SinkBench;
import io.sourcelens.stack.bench.StackBench;
import io.sourcelens.stack.bench.TrackRecordBench;
import java.util.List;
import java.util.Optional;

/** All measurements; a new one is one entry. */
final class Benches {
    static final List<Bench> ALL = List.of(
            new StackBench(),
            new PathBench(),
            new FreshnessBench(),
            new LoadBench(),
            new SinkBench(),
            new CareBench(),
            new RefreshBench(),
            new BackfillBench(),
            new TrackRecordBench(),
            new CalibrationBench());

    private Benches() {}

    static Optional<Bench> named(String name) {
        return ALL.stream().filter(bench -> bench.name().equals(name)).findFirst();
    }
}
