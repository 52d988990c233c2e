/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.history;

import java.io.PrintStream;

/** Tells the operator how far an import is. */
final class ImportProgress {
    private static final long STEP = 50_000;

    private final PrintStream out;
    private String counted = "";
    private long count;

    ImportProgress(PrintStream out) {
        this.out = out;
    }

    void say(String message) {
        out.println(message);
    }

    /** Counts one record; says so now and then. */
    void count(String what) {
        if (!what.equals(counted)) {
            counted = what;
            count = 0;
        }
        if (++count % STEP == 0) {
            out.printf("%s: %,d records so far%n", what, count);
        }
    }
}
