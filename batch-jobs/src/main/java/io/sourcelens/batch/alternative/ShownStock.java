/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

/**
 * What the stock watch says of a sku.
 *
 * @param stockOutProbability within 7 days
 * @param status ok, low, critical or out
 */
record ShownStock(int units, double stockOutProbability, String status) {
    boolean isAtRisk() {
        return !status.equals("ok");
    }
}
