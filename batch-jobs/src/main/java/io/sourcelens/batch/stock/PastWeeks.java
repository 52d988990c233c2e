/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

/**
 * How the last weeks of each sku that began with stock ended. A week that began with less than twice what is ordered in one
 * tells whether the supplier refills in time; one that began with more, whether stock goes for reasons that no sale tells.
 *
 * @param unfilled share of weeks of the first kind that ran out, by sku
 * @param sudden share of weeks of the second kind that ran out, by sku
 */
record PastWeeks(double[] unfilled, double[] sudden) {
    private static final int WEEK = 7;
    private static final int WEEKS = DemandRates.DAYS / WEEK;
    private static final double PLENTY_WEEKS = 2;
    /** A supplier's weeks are seen as if it had had so many more like everybody's. */
    private static final double STRENGTH_OF_ALL = 10;
    /** A sku's weeks are seen as if it had had so many more like its supplier's. */
    private static final double STRENGTH_OF_SUPPLIER = 3;

    static PastWeeks of(StockHistory history, double[] perDay, int day) {
        int[] suppliers = history.suppliers();
        Shares unfilled = new Shares(suppliers);
        Shares sudden = new Shares(suppliers);
        for (int sku = 0; sku < suppliers.length; sku++) {
            SkuStock stock = history.skus().get(sku);
            for (int week = 1; week <= WEEKS; week++) {
                int from = day - week * WEEK;
                if (stock.isKnown(from - 1) && stock.closing(from - 1) > 0) {
                    boolean isPlenty = stock.closing(from - 1) >= PLENTY_WEEKS * WEEK * perDay[sku];
                    (isPlenty ? sudden : unfilled).add(sku, stock.ranOut(from, from + WEEK));
                }
            }
        }
        return new PastWeeks(unfilled.shrunk(0.5), sudden.shrunk(0));
    }

    /** Weeks that ran out among weeks, of skus and their suppliers. */
    private static final class Shares {
        private final int[] suppliers;
        private final double[] ranOut;
        private final double[] weeks;
        private final double[] ranOutOfSupplier;
        private final double[] weeksOfSupplier;

        Shares(int[] suppliers) {
            this.suppliers = suppliers;
            ranOut = new double[suppliers.length];
            weeks = new double[suppliers.length];
            ranOutOfSupplier = new double[suppliers.length];
            weeksOfSupplier = new double[suppliers.length];
        }

        void add(int sku, boolean itRanOut) {
            weeks[sku]++;
            weeksOfSupplier[suppliers[sku]]++;
            if (itRanOut) {
                ranOut[sku]++;
                ranOutOfSupplier[suppliers[sku]]++;
            }
        }

        double[] shrunk(double withoutAny) {
            double allRanOut = 0;
            double allWeeks = 0;
            for (int sku = 0; sku < suppliers.length; sku++) {
                allRanOut += ranOut[sku];
                allWeeks += weeks[sku];
            }
            double all = allWeeks == 0 ? withoutAny : allRanOut / allWeeks;
            double[] shrunk = new double[suppliers.length];
            for (int sku = 0; sku < suppliers.length; sku++) {
                double ofSupplier = (ranOutOfSupplier[suppliers[sku]] + STRENGTH_OF_ALL * all)
                        / (weeksOfSupplier[suppliers[sku]] + STRENGTH_OF_ALL);
                shrunk[sku] = (ranOut[sku] + STRENGTH_OF_SUPPLIER * ofSupplier) / (weeks[sku] + STRENGTH_OF_SUPPLIER);
            }
            return shrunk;
        }
    }
}
