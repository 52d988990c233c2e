/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** Where an order stands. */
public enum OrderStatus {
    PLACED,
    SHIPPED,
    COMPLETED,
    CANCELLED
}
