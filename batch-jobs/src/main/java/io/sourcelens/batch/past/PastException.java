/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

/** A mart cannot be computed again as it was asked for. */
public final class PastException extends RuntimeException {
    PastException(String message) {
        super(message);
    }
}
