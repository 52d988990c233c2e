/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

/** The local run cannot do something; the message is one line for the person at the terminal. */
public final class StackException extends RuntimeException {
    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
