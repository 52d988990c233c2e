/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

/** The simulator cannot go on; the message says what to do. */
public final class SimulatorException extends RuntimeException {
    public SimulatorException(String message) {
        super(message);
    }

    public SimulatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
