/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Waits until the lake shows what was sent: what it does not show as closed yet would be sent again. */
final class Arrival {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private Arrival() {}

    static void await(LetterLake lake, @Nullable RecordMetadata last) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (last != null && !lake.has(last.topic(), last.partition(), last.offset())) {
            if (System.nanoTime() > deadline) {
                throw new DeadLetterException(
                        "Cannot see the replay in the lake after %d s, though it is in the log; see that streaming runs before you replay again"
                                .formatted(PATIENCE.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeadLetterException("Cannot wait for the lake: interrupted", e);
        }
    }
}
