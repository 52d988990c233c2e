/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.sourcelens.batch.marketplace.MarketplaceDays;
import java.sql.Date;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Picks rows by keys of other rows of the same marketplace. */
public final class Keys {
    /** Days before a change in which nearly all rows are that it belongs to. */
    private static final Column RECENT = expr("INTERVAL 60 DAYS");
    /** For exports whose clocks differ, whatever the contract says. */
    private static final Column GIVE_OR_TAKE = expr("INTERVAL 7 DAYS");
    /** By up to so many values Iceberg skips files. */
    private static final int FEW = 200;

    private Keys() {}

    /** The rows whose key occurs among the others. */
    public static Dataset<Row> only(Dataset<Row> rows, Dataset<Row> others, String key) {
        return rows.join(others.select("marketplace", key), new String[] {"marketplace", key}, "left_semi");
    }

    /** What may have happened to orders of these days: nothing happens to an order before it is placed, give or take. */
    public static Dataset<Row> since(Dataset<Row> rows, String happenedAt, Instant firstOrder) {
        return rows.filter(col(happenedAt).geq(lit(firstOrder).minus(GIVE_OR_TAKE)));
    }

    /**
     * Days of the rows whose key occurs among changes. Looks where nearly all are, and through the whole history only for
     * what is not there.
     *
     * @param rows with their {@code day}
     * @param happenedAt time of a row
     * @param changes what came after those rows, at {@code changedAt}
     */
    public static MarketplaceDays days(
            Dataset<Row> rows, String happenedAt, Dataset<Row> changes, String changedAt, String key) {
        Row asked =
                changes.agg(min(changedAt), countDistinct("marketplace", key)).head();
        if (asked.isNullAt(0)) {
            return MarketplaceDays.collect(only(rows, changes, key));
        }
        Dataset<Row> recent =
                only(rows.filter(col(happenedAt).geq(lit(asked.get(0)).minus(RECENT))), changes, key);
        MarketplaceDays days = MarketplaceDays.none();
        long found = 0;
        for (Row row : daysOfKeys(recent, key).collectAsList()) {
            row.<Date>getList(1).forEach(day -> days.add(row.getString(0), day.toLocalDate()));
            found += row.getLong(2);
        }
        if (found < asked.getLong(1)) {
            days.addAll(MarketplaceDays.collect(elsewhere(rows, recent, changes, key)));
        }
        return days;
    }

    /** How many keys have which days. */
    private static Dataset<Row> daysOfKeys(Dataset<Row> rows, String key) {
        return rows.groupBy("marketplace", key)
                .agg(collect_set("day").as("days"))
                .selectExpr("marketplace", "sort_array(days) AS days")
                .groupBy("marketplace", "days")
                .agg(count(lit(1)));
    }

    private static Dataset<Row> elsewhere(Dataset<Row> rows, Dataset<Row> recent, Dataset<Row> changes, String key) {
        String[] columns = {"marketplace", key};
        Dataset<Row> missing = changes.select("marketplace", key)
                .filter(col(key).isNotNull())
                .distinct()
                .join(recent.select("marketplace", key), columns, "left_anti");
        List<Row> few = missing.limit(FEW + 1).collectAsList();
        Dataset<Row> candidates = few.size() > FEW
                ? rows
                : rows.filter(col(key).isin(few.stream().map(row -> row.get(1)).toArray()));
        return only(candidates, missing, key);
    }
}
