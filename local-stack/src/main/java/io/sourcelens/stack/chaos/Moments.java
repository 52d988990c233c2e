/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.chaos;

import io.sourcelens.stack.Http;
import io.sourcelens.stack.LakeFiles;
import io.sourcelens.stack.StackException;
import io.sourcelens.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for, or brings about, the moment at which a part is to be killed. */
final class Moments {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final StackSettings settings;

    Moments(StackSettings settings) {
        this.settings = settings;
    }

    /** @return whether it came; a moment that does not come within a minute is any moment */
    boolean await(Moment moment) throws InterruptedException {
        return switch (moment) {
            case ANY, SNAPSHOT -> true;
            case COMMIT -> commit();
            case PUBLISH -> inRefresh();
            case CARE -> inCare();
        };
    }

    /** One commit touches many tables, one after the other: the first new version says that it has begun. */
    private boolean commit() throws InterruptedException {
        String before = version();
        return until(() -> !version().equals(before));
    }

    private String version() {
        try {
            return LakeFiles.newestMetadata(settings, "raw", "order_line").toString();
        } catch (SQLException | StackException e) {
            return "unknown";
        }
    }

    /** Marts are written and published right after the first of them is computed. */
    private boolean inRefresh() throws InterruptedException {
        return asked("refresh", "mart_computed");
    }

    /** The other tables are cared for right after the first. */
    private boolean inCare() throws InterruptedException {
        return asked("care", "table_cared_for");
    }

    private boolean asked(String what, String event) throws InterruptedException {
        long before = told(event);
        ask(what);
        return until(() -> told(event) > before);
    }

    /** The answer is of no interest: whoever would give it may be killed. */
    private void ask(String what) {
        String url = "http://127.0.0.1:%s/%s".formatted(settings.value("BATCH_PORT"), what);
        CompletableFuture.runAsync(() -> {
            try {
                Http.post(url, "", Map.of(), PATIENCE);
            } catch (IOException e) {
                // Killed, or not back yet.
            }
        });
    }

    /** How often the driver's log tells of an event. */
    private long told(String event) {
        Path log = settings.state("logs").resolve("batch.log");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains('"' + event + '"')).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static boolean until(Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        return true;
    }
}
