/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

/** Says what cannot be done with dead letters, why, and what to do. */
final class DeadLetterException extends RuntimeException {
    DeadLetterException(String message) {
        super(message);
    }

    DeadLetterException(String message, Throwable cause) {
        super(message, cause);
    }
}
