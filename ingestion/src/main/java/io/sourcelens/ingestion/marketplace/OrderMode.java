/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.marketplace;

/** How the seller buys. */
public enum OrderMode {
    DROPSHIP,
    WHOLESALE,
    SAMPLE
}
