/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

/** Capture that cannot start: says what, why, and what to do. */
public final class CaptureException extends RuntimeException {
    public CaptureException(String message) {
        super(message);
    }

    public CaptureException(String message, Throwable cause) {
        super(message, cause);
    }
}
