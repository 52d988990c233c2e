/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The refresh of a start: one is ready when what most people look at first is published, not only when all is. */
final class FirstRefresh {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final StackSettings settings;
    private final CompletableFuture<Refresh> whole = new CompletableFuture<>();

    FirstRefresh(StackSettings settings) {
        this.settings = settings;
    }

    /** Asks for the refresh, and returns when its first marts are published. */
    void untilFirst(Progress.Detail detail) throws InterruptedException {
        Thread asking = new Thread(this::ask, "first-refresh");
        asking.setDaemon(true);
        asking.start();
        long toldAt = System.nanoTime();
        while (!isDoneWithin(POLL_INTERVAL)) {
            JsonNode progress = progress();
            if (progress.path("first_published").asBoolean()) {
                detail.say("lists, margins and scorecards are published; the rest follows");
                return;
            }
            if (System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
                toldAt = System.nanoTime();
                detail.say("%d entities merged, %d marts computed"
                        .formatted(
                                progress.path("merged_entities").asInt(),
                                progress.path("computed_marts").asInt()));
            }
        }
    }

    /** Returns when everything is published. */
    void untilAll(Progress.Detail detail) {
        try {
            Refresh refresh = whole.join();
            detail.say("run %s %s in %.1f s".formatted(refresh.runId(), refresh.status(), refresh.seconds()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException cause ? cause : e;
        }
    }

    private void ask() {
        try {
            whole.complete(Refresh.run(settings));
        } catch (RuntimeException e) {
            whole.completeExceptionally(e);
        }
    }

    private boolean isDoneWithin(Duration interval) throws InterruptedException {
        try {
            whole.get(interval.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException cause
                    ? cause
                    : new StackException("Cannot refresh: " + e.getCause(), e);
        }
    }

    private JsonNode progress() {
        try {
            return JSON.readTree(Http.get("http://127.0.0.1:%s/refresh".formatted(settings.value("BATCH_PORT")))
                    .body());
        } catch (IOException e) {
            // The driver is busy or is started again; whether it answers the refresh itself is what counts.
            return JSON.createObjectNode();
        }
    }
}
