/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.stock;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockForecastTest {
    @Test
    void probe() {
        double[] sum = new double[6];
        double[] f = new double[10], o = new double[10], n = new double[10];
        for (int seed = 0; seed < 20; seed++) {
            StockHistory history = StockWorld.of(seed, 600);
            StockForecast forecast = StockForecast.at(history, StockHistory.DAYS_READ, 7);
            double before = forecast.cases().stream().filter(StockCase::ranOut).count()
                    / (double) forecast.cases().size();
            double p = 0, y = 0, w = 0, in = 0, ll = 0, lg = 0;
            List<StockCase> cs = forecast.foretold();
            for (StockCase one : cs) {
                double q = forecast.probability(one);
                p += q;
                y += one.ranOut() ? 1 : 0;
                w += one.wanted() ? 1 : 0;
                in += one.wanted() && one.withinInterval() ? 1 : 0;
                ll -= Math.log(one.ranOut() ? q : 1 - q);
                lg -= Math.log(one.ranOut() ? before : 1 - before);
                int b = Math.min(9, (int) (q * 10));
                f[b] += q;
                n[b]++;
                o[b] += one.ranOut() ? 1 : 0;
            }
            System.out.printf(
                    "%d cases %d skus %d p %.3f y %.3f cover %.3f ll %.4f global %.4f%n",
                    seed,
                    forecast.cases().size(),
                    cs.size(),
                    p / cs.size(),
                    y / cs.size(),
                    in / w,
                    ll / cs.size(),
                    lg / cs.size());
            sum[0] += p / cs.size() / 20;
            sum[1] += y / cs.size() / 20;
            sum[2] += in / w / 20;
            sum[3] += ll / cs.size() / 20;
            sum[4] += lg / cs.size() / 20;
        }
        System.out.println(java.util.Arrays.toString(sum));
        for (int b = 0; b < 10; b++) System.out.printf("%.3f %.3f %.0f%n", f[b] / n[b], o[b] / n[b], n[b]);
    }
}
