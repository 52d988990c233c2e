/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import java.time.Instant;

/** A table's snapshots of a past time are gone. */
final class ExpiredException extends RuntimeException {
    ExpiredException(String table, Instant earliest) {
        super("Cannot read %s as it was: its snapshots from before %s have expired".formatted(table, earliest));
    }
}
