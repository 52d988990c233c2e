/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines;

/** An engine cannot be started, asked or stopped; the message says what to do. */
public final class EngineException extends RuntimeException {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
