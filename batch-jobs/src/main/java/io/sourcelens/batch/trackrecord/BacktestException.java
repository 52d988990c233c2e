/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

/** A backtest cannot be run as it was asked for. */
public final class BacktestException extends RuntimeException {
    public BacktestException(String message) {
        super(message);
    }
}
