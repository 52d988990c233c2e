/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends what is still running when this JVM ends, so that an aborted test leaves nothing behind. */
final class RunningProcesses {
    private static final Set<EngineProcess> RUNNING = ConcurrentHashMap.newKeySet();
    private static volatile boolean leftToOwner;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(RunningProcesses::killAll, "kill-left-engines"));
    }

    private RunningProcesses() {}

    static void add(EngineProcess process) {
        RUNNING.add(process);
    }

    static void leaveToOwner() {
        leftToOwner = true;
    }

    private static void killAll() {
        if (!leftToOwner) {
            RUNNING.forEach(EngineProcess::kill);
        }
    }

    static void remove(EngineProcess process) {
        RUNNING.remove(process);
    }
}
