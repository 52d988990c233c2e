/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import java.io.IOException;

/** Runs a process that talks to the terminal, and waits for it. */
final class Foreground {
    private Foreground() {}

    static int run(Launch launch) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launch.command()).inheritIO();
        builder.environment().putAll(launch.environment());
        return builder.start().waitFor();
    }
}
