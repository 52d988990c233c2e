/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

/**
 * What a rollup's refresh did.
 *
 * @param days marketplace days computed again; -1 for all
 */
public record RollupResult(String rollup, int days) {
    public static RollupResult unchanged(String rollup) {
        return new RollupResult(rollup, 0);
    }

    static RollupResult everything(String rollup) {
        return new RollupResult(rollup, -1);
    }

    static RollupResult days(String rollup, int days) {
        return new RollupResult(rollup, days);
    }
}
