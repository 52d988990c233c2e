/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.LocalStack;
import io.sourcelens.stack.Progress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The chain after the fire: everything committed has arrived, is computed and published. */
final class Settled {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

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
        stack.refreshUntilUnchanged(text -> progress.say("chaos", text));
        return comparison.tables();
    }
}
