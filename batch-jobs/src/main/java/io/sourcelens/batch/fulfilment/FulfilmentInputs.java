/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.fulfilment;

import static io.sourcelens.batch.lake.Columns.sumIf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What fulfilment is computed from, of one marketplace: each one query over a rollup. */
final class FulfilmentInputs {
    private static final List<String> INSTANTS = List.of(
            "created_at",
            "promised_dispatch_at",
            "promised_delivery_at",
            "dispatched_at",
            "first_scanned_at",
            "arrived_at",
            "cancelled_at");
    private static final List<String> COUNTED =
            List.of("placed_lines", "no_stock_lines", "shown_lines", "no_stock_shown_lines");

    private FulfilmentInputs() {}

    /**
     * Hands over parcels whose dispatch was due before as_of, supplier by supplier; the parcels of each in one order.
     *
     * @param outcomes {@code rollup.parcel_outcome}
     */
    static void parcels(Dataset<Row> outcomes, Marketplace marketplace, BiConsumer<String, List<Parcel>> suppliers) {
        List<Column> fields = new ArrayList<>();
        fields.add(unix_date(col("day")));
        fields.add(unix_date(new Marketplaces(List.of(marketplace)).day(col("created_at"))));
        INSTANTS.forEach(instant -> fields.add(unix_micros(col(instant))));
        List.of("carrier", "ship_from_province", "ship_to_province").forEach(text -> fields.add(col(text)));
        Iterator<Row> rows = inLongestWindow(outcomes, marketplace)
                .filter(coalesce(col("promised_dispatch_at"), col("created_at")).lt(lit(marketplace.knownUntil())))
                .groupBy("supplier_id")
                .agg(sort_array(collect_list(struct(fields.toArray(Column[]::new)))))
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            List<Row> parcels = row.getList(1);
            suppliers.accept(
                    row.getString(0),
                    parcels.stream().map(FulfilmentInputs::parcel).toList());
        }
    }

    private static Parcel parcel(Row row) {
        return new Parcel(
                row.getInt(0),
                row.getInt(1),
                row.getLong(2),
                row.getAs(3),
                row.getAs(4),
                row.getAs(5),
                row.getAs(6),
                row.getAs(7),
                row.getAs(8),
                row.getAs(9),
                row.getAs(10),
                row.getAs(11));
    }

    /** @param rollup {@code rollup.supplier_category_day} */
    static List<LineCount> lines(Dataset<Row> rollup, Marketplace marketplace) {
        List<Column> sums = new ArrayList<>();
        for (int days : SupplierFulfilment.WINDOWS) {
            Column within = col("day").gt(lit(marketplace.today().minusDays(days)));
            COUNTED.forEach(counted -> sums.add(sumIf(within, coalesce(col(counted), lit(0L)))));
        }
        List<LineCount> counts = new ArrayList<>();
        inLongestWindow(rollup, marketplace)
                .groupBy("supplier_id", "category_id")
                .agg(sums.get(0), sums.stream().skip(1).toArray(Column[]::new))
                .collectAsList()
                .forEach(row -> {
                    for (int i = 0; i < SupplierFulfilment.WINDOWS.size(); i++) {
                        counts.add(count(row, SupplierFulfilment.WINDOWS.get(i), 2 + i * COUNTED.size()));
                    }
                });
        return counts.stream().filter(count -> count.placed() > 0).toList();
    }

    private static LineCount count(Row row, int days, int first) {
        return new LineCount(
                row.getString(0),
                row.getString(1),
                days,
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3));
    }

    private static Dataset<Row> inLongestWindow(Dataset<Row> rollup, Marketplace marketplace) {
        int longest = SupplierFulfilment.WINDOWS.get(SupplierFulfilment.WINDOWS.size() - 1);
        return rollup.filter(col("marketplace")
                .equalTo(marketplace.id())
                .and(col("day").gt(lit(marketplace.today().minusDays(longest))))
                .and(col("day").leq(lit(marketplace.today()))));
    }
}
