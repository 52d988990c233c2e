/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

/** What became of a record at the gate. */
public sealed interface Validation {
    record Accepted(Change change) implements Validation {}

    /** @param detail what is wrong with which field, in words */
    record Rejected(RejectReason reason, String detail) implements Validation {}
}
