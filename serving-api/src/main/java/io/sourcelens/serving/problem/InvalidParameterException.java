/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

/** A parameter has a value that it can't have: 400. */
public final class InvalidParameterException extends RuntimeException {
    public InvalidParameterException(String message) {
        super(message);
    }
}
