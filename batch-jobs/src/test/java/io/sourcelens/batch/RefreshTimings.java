/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import com.sun.management.OperatingSystemMXBean;
import io.sourcelens.batch.refresh.Refresh;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Times a cold refresh and incremental ones on a generated history, by hand: RefreshTimings FOLDER ORDERS [generate].
 * Generate in a process of its own, so that the cold refresh is cold.
 */
final class RefreshTimings {
    private static final int ORDERS_PER_PART = 200;

    private RefreshTimings() {}

    public static void main(String[] arguments) {
        int orders = Integer.parseInt(arguments[1]);
        int parts = orders / ORDERS_PER_PART;
        try (TestingLake testing = new TestingLake(Path.of(arguments[0]))) {
            GeneratedHistory history = new GeneratedHistory(testing.lake(), orders, 120, parts);
            if (arguments.length > 2) {
                history.appendUpTo(parts - 5);
                return;
            }
            Refresh refresh = new Refresh(testing.lake(), (runId, tables) -> {}, Clock.systemUTC());
            time(refresh, "cold");
            for (int part = parts - 4; part < parts; part++) {
                history.append(part);
                time(refresh, "part-" + part);
            }
            time(refresh, "nothing");
        }
    }

    private static void time(Refresh refresh, String runId) {
        double before = cpuSeconds();
        long compiling = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        System.out.println(refresh.run(runId).json());
        System.out.printf(
                "%s took %.1f s of processor time, %.1f s of it compiling%n",
                runId,
                cpuSeconds() - before,
                (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compiling) / 1000.0);
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
