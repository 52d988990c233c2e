/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.margin;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.sourcelens.batch.core.Keys;
import io.sourcelens.batch.lake.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the margins of some days sum to what their order lines, payments and cases in core sum to, to the minor unit.
 * Sums straight over core, without the rollup. A part that is null anywhere in a marketplace is not compared there.
 *
 * @param findings one text per marketplace and part
 */
record Reconciliation(boolean holds, List<String> findings) {
    private static final List<String> OF_LINES = List.of(
            "order_lines",
            "units",
            "sale_revenue_minor",
            "supply_cost_minor",
            "freight_minor",
            "platform_fee_minor",
            "promotion_minor");
    private static final List<String> OF_OTHERS =
            List.of("payment_fee_minor", "refund_minor", "return_reship_freight_minor");

    /**
     * @param ofMart condition on the mart's rows
     * @param ofLines the same days as a condition on order lines
     * @param since when the first of them begins
     */
    static Reconciliation of(Lake lake, Column ofMart, Column ofLines, Instant since) {
        Dataset<Row> lines =
                lake.read("core.order_line").filter(not(col("deleted"))).filter(ofLines);
        Dataset<Row> truth = sumsOfLines(lines)
                .join(
                        sumsOfPayments(Keys.since(lake.read("core.payment"), "paid_at", since), lines),
                        new String[] {"marketplace"},
                        "left")
                .join(
                        sumsOfCases(Keys.since(lake.read("core.after_sale_case"), "opened_at", since), lines),
                        new String[] {"marketplace"},
                        "left");
        return compare(sumsOfMart(lake.read("mart.margin_sku_seller_day").filter(ofMart)), truth);
    }

    private static Reconciliation compare(Dataset<Row> mart, Dataset<Row> truth) {
        boolean holds = true;
        List<String> findings = new ArrayList<>();
        for (Row row : mart.join(truth, new String[] {"marketplace"}, "full").collectAsList()) {
            for (String part : parts()) {
                Long published = row.getAs("mart_" + part);
                Long expected = row.getAs("core_" + part);
                boolean unknown = row.getAs("unknown_" + part) != null && row.<Long>getAs("unknown_" + part) > 0;
                if (!unknown && !Objects.equals(published, expected == null ? Long.valueOf(0) : expected)) {
                    holds = false;
                    findings.add("%s %s is %s, its lines sum to %s"
                            .formatted(row.getAs("marketplace"), part, published, expected));
                }
            }
        }
        return new Reconciliation(holds, holds ? List.of("every known part sums to that of its lines") : findings);
    }

    private static List<String> parts() {
        List<String> parts = new ArrayList<>(OF_LINES);
        parts.addAll(OF_OTHERS);
        return parts;
    }

    private static Dataset<Row> sumsOfMart(Dataset<Row> mart) {
        List<Column> sums = new ArrayList<>();
        for (String part : parts()) {
            sums.add(expr("coalesce(sum(%s), 0)".formatted(part)).as("mart_" + part));
            sums.add(count(lit(1)).minus(count(col(part))).as("unknown_" + part));
        }
        return aggregate(mart, sums);
    }

    private static Dataset<Row> sumsOfLines(Dataset<Row> lines) {
        return aggregate(
                lines,
                List.of(
                        count(lit(1)).as("core_order_lines"),
                        active("quantity", "units"),
                        active("quantity * sale_price_minor", "sale_revenue_minor"),
                        active("quantity * supply_price_minor", "supply_cost_minor"),
                        active("freight_minor", "freight_minor"),
                        active("platform_fee_minor", "platform_fee_minor"),
                        active("promotion_minor", "promotion_minor")));
    }

    private static Column active(String summand, String part) {
        return expr("sum(CASE WHEN status = 'active' THEN %s END)".formatted(summand))
                .as("core_" + part);
    }

    private static Dataset<Row> sumsOfPayments(Dataset<Row> payments, Dataset<Row> lines) {
        return aggregate(
                ofLines(payments, lines, "order_id"),
                List.of(sum("payment_fee_minor").as("core_payment_fee_minor")));
    }

    private static Dataset<Row> sumsOfCases(Dataset<Row> cases, Dataset<Row> lines) {
        return aggregate(
                ofLines(cases, lines, "order_line_id"),
                List.of(
                        sum("refund_minor").as("core_refund_minor"),
                        expr("sum(return_freight_minor + reship_freight_minor)")
                                .as("core_return_reship_freight_minor")));
    }

    private static Dataset<Row> ofLines(Dataset<Row> rows, Dataset<Row> lines, String key) {
        return rows.filter(not(col("deleted")))
                .join(lines.select("marketplace", key), new String[] {"marketplace", key}, "left_semi");
    }

    private static Dataset<Row> aggregate(Dataset<Row> rows, List<Column> sums) {
        return rows.groupBy("marketplace")
                .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new));
    }
}
