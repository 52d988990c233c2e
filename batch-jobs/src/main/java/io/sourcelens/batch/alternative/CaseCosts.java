/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.alternative;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.supplier.Defect;
import java.time.Duration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What after-sale cases of the last 90 days cost, by why they were opened.
 *
 * @param lateMinor of cases for being late
 * @param defectMinor of cases for what is the goods' fault
 */
record CaseCosts(long allMinor, long lateMinor, long defectMinor) {
    private static final Duration WINDOW = Duration.ofDays(90);

    /** @param cases {@code core.after_sale_case} */
    static CaseCosts of(Dataset<Row> cases, Marketplace marketplace) {
        Column cost = col("refund_minor").plus(col("return_freight_minor")).plus(col("reship_freight_minor"));
        Row sums = cases.filter(col("marketplace")
                        .equalTo(marketplace.id())
                        .and(not(col("deleted")))
                        .and(col("opened_at").gt(lit(marketplace.knownUntil().minus(WINDOW))))
                        .and(col("opened_at").leq(lit(marketplace.knownUntil()))))
                .agg(
                        coalesce(sum(cost), lit(0L)),
                        coalesce(sumIf(col("reason").equalTo("late"), cost), lit(0L)),
                        coalesce(sumIf(Defect.IS_REASON, cost), lit(0L)))
                .first();
        return new CaseCosts(sums.getLong(0), sums.getLong(1), sums.getLong(2));
    }

    double lateShare() {
        return allMinor == 0 ? 0 : (double) lateMinor / allMinor;
    }

    double defectShare() {
        return allMinor == 0 ? 0 : (double) defectMinor / allMinor;
    }
}
