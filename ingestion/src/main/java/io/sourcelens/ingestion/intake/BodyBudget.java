/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import java.util.concurrent.Semaphore;

/** Bounds the memory that bodies under way may take; who finds no room is asked to come back. */
final class BodyBudget {
    /** So that a flood of small bodies is bounded too. */
    private static final int LEAST_BYTES = 1 << 20;

    private final int total;
    private final Semaphore free;

    BodyBudget(int bytes) {
        total = bytes;
        free = new Semaphore(bytes);
    }

    /** @param contentLength as declared, negative if it is not */
    Share take(long contentLength) throws Problem {
        int bytes = contentLength < 0
                ? BatchBody.MAX_BYTES
                : (int) Math.max(LEAST_BYTES, Math.min(contentLength, BatchBody.MAX_BYTES));
        if (!free.tryAcquire(bytes)) {
            throw new Problem(
                    429,
                    "Too Many Requests",
                    "Cannot take more now: %d bytes are under way; send it again".formatted(inFlight()));
        }
        return new Share(bytes);
    }

    int inFlight() {
        return total - free.availablePermits();
    }

    int most() {
        return total / LEAST_BYTES;
    }

    /** Room for one body, until it is released. */
    final class Share {
        private final int bytes;

        private Share(int bytes) {
            this.bytes = bytes;
        }

        void release() {
            free.release(bytes);
        }
    }
}
