/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import java.nio.file.Path;

/** A running engine: one process that can be killed, and started again on the same data. */
public interface Engine extends AutoCloseable {
    EngineProcess process();

    int port();

    default long pid() {
        return process().pid();
    }

    default Path log() {
        return process().log();
    }

    /** Ends the process at once (SIGKILL), as a crash would, and returns when it is gone. */
    default void kill() {
        process().kill();
    }

    /** Stops cleanly, and by force after a bound. */
    default void stop() {
        process().close();
    }

    @Override
    default void close() {
        stop();
    }
}
