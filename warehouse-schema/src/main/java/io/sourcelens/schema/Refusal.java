/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

/** Ends the judging of a record that is rejected. Without a stack: a flood of bad records is no exception here. */
final class Refusal extends Exception {
    private final transient RejectReason reason;

    Refusal(RejectReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Validation.Rejected rejection() {
        return new Validation.Rejected(reason, Texts.shown(getMessage()));
    }
}
