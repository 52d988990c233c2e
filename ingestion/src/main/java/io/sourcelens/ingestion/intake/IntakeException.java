/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

/** Intake that cannot start: says what, why, and what to do. */
final class IntakeException extends RuntimeException {
    IntakeException(String message) {
        super(message);
    }
}
