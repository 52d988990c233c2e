/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.problem;

/** What the path or a parameter names does not exist: 404. */
public final class NotFoundException extends RuntimeException {
    public NotFoundException(String message) {
        super(message);
    }
}
