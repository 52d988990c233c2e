/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import io.sourcelens.stack.Refresh;
import io.sourcelens.stack.StackException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The chain after the fire: everything committed has arrived, is computed and published. */
final class Settled {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int REFRESHES = 5;

    private final LocalStack stack;
    private final Comparison comparison;
    private final Progress progress;

    Settled(LocalStack stack, Comparison comparison, Progress progress) {
        this.stack = stack;
        this.comparison = comparison;
        this.progress = progress;
    }

    /** What differs then; changes that do not arrive within five minutes count as lost. */
    List<Difference> tables() throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long missing = comparison.missing();
                missing > 0 && System.nanoTime() < deadline;
                missing = comparison.missing()) {
            progress.say("chaos", "waiting for %,d changes to arrive".formatted(missing));
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        refreshUntilUnchanged();
        return comparison.tables();
    }

    private void refreshUntilUnchanged() {
        for (int i = 0; i < REFRESHES; i++) {
            Refresh refresh = stack.refresh();
            progress.say("chaos", "refresh %s: %s".formatted(refresh.runId(), refresh.status()));
            if (refresh.status().equals("unchanged")) {
                return;
            }
        }
        throw new StackException(
                "Cannot compare: the lake still changes after %d refreshes; see ./sourcelens logs batch"
                        .formatted(REFRESHES));
    }
}
