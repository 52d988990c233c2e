/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does something at a steady rate. */
final class Every {
    private Every() {}

    /** @param work answers whether it is to be done again */
    static Future<?> during(ExecutorService executor, Duration interval, Duration limit, Callable<Boolean> work) {
        return executor.submit(() -> {
            long start = System.nanoTime();
            for (long next = start; work.call(); ) {
                next = Math.max(next + interval.toNanos(), System.nanoTime());
                if (next - start > limit.toNanos()) {
                    throw new IllegalStateException("Cannot measure: not done after %s".formatted(limit));
                }
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
            return null;
        });
    }
}
