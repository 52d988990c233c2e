/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

/**
 * Order lines of a supplier and category ordered in a window.
 *
 * @param noStock of all placed, cancelled for lack of stock
 * @param shown of all placed, those that the shown stock could have filled
 * @param noStockShown of these, cancelled for lack of stock
 */
record LineCount(
        String supplierId,
        String categoryId,
        int windowDays,
        long placed,
        long noStock,
        long shown,
        long noStockShown) {

    Figure noStockCancel() {
        return counted(Measure.NO_STOCK_CANCEL, noStock, placed);
    }

    Figure noStockCancelAlthoughShown() {
        return counted(Measure.NO_STOCK_CANCEL_ALTHOUGH_SHOWN, noStockShown, shown);
    }

    private Figure counted(Measure measure, long events, long lines) {
        return Figure.counted(supplierId, categoryId, windowDays, measure, events, lines, null);
    }
}
