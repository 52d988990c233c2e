/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** What an after-sale case asks for. */
public enum CaseKind {
    REFUND,
    RETURN,
    RESHIP
}
