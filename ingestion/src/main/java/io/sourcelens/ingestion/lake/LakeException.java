/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.lake;

/** The lake cannot be read: says what, why, and what to do. */
public final class LakeException extends RuntimeException {
    LakeException(String message) {
        super(message);
    }

    LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
