/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.nio.file.Path;
import java.util.List;

/** A measurement behind {@code ./sourcelens bench NAME}. */
public interface Bench {
    String name();

    /** What it measures, one line. */
    String description();

    /**
     * Measures, prints a table and writes {@code benchmarks/results/NAME.json}.
     *
     * @return exit code: 0 when every goal holds
     */
    int run(Path home, List<String> arguments) throws Exception;
}
