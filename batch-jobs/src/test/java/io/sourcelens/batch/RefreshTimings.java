/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.refresh.Refresh;
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
            System.out.println(refresh.run("cold").json());
            for (int part = parts - 4; part < parts; part++) {
                history.append(part);
                System.out.println(refresh.run("part-" + part).json());
            }
            System.out.println(refresh.run("nothing").json());
        }
    }
}
