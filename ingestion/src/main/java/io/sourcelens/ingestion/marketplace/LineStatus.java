/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** Whether an order line still counts. */
public enum LineStatus {
    ACTIVE,
    CANCELLED
}
