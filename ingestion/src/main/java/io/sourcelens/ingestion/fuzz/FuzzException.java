/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

/** The fuzz cannot go on: says what, why, and what to do. */
final class FuzzException extends RuntimeException {
    FuzzException(String message) {
        super(message);
    }

    FuzzException(String message, Throwable cause) {
        super(message, cause);
    }
}
