/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** Why an order line was cancelled. */
public enum CancelReason {
    NO_STOCK,
    BUYER,
    SELLER,
    OTHER
}
