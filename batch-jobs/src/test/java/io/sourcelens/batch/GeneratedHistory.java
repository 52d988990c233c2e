/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The change log of a made-up marketplace, the same at every time for the same size. Every change belongs to a part of the
 * history ({@code part}, from 0), and parts overlap: corrections, late payments, scans and cases of earlier orders arrive
 * in later parts, some changes twice.
 */
final class GeneratedHistory {
    private static final String MODE =
            "CASE WHEN id % 11 = 0 THEN 'wholesale' WHEN id % 29 = 0 THEN 'sample' ELSE 'dropship' END AS mode";

    private static final String RANDOM = "(pmod(xxhash64(%s, '%s'), 1000000) / 1000000D)";

    private static final long DAY_SECONDS = 86_400;
    /** A change comes at most so many parts after its order, but for what the last part alone has. */
    private static final int LATEST_PARTS = 3;

    private static final int ORDERS_A_FILE = 500_000;

    private final SparkSession spark;
    private final Lake lake;
    private final int orders;
    private final int days;
    private final int parts;
    /** First part whose orders are needed. */
    private final int from;

    GeneratedHistory(Lake lake, int orders, int days, int parts) {
        this(lake, orders, days, parts, 0);
    }

    private GeneratedHistory(Lake lake, int orders, int days, int parts, int from) {
        this.spark = lake.spark();
        this.lake = lake;
        this.orders = orders;
        this.days = days;
        this.parts = parts;
        this.from = from;
    }

    private static String random(String of, String salt) {
        return RANDOM.formatted(of, salt);
    }

    /** Appends the changes of one part to the raw tables: of its own orders, and of those some parts before it. */
    void append(int part) {
        boolean last = part == parts - 1;
        new GeneratedHistory(lake, orders, days, parts, last ? 0 : Math.max(0, part - LATEST_PARTS))
                .entities()
                .forEach(
                        (entity, rows) -> append(entity, rows.filter(col("part").equalTo(part))));
    }

    /** Appends the changes of a part and all before it at once. */
    void appendUpTo(int part) {
        entities()
                .forEach(
                        (entity, rows) -> append(entity, rows.filter(col("part").leq(part))));
    }

    private void append(String entity, Dataset<Row> rows) {
        LakeTable raw = LakeTable.raw(Schemas.entity(entity));
        lake.ensure(raw);
        Dataset<Row> complete = rows;
        for (Field field : Schemas.entity(entity).fields()) {
            if (!List.of(rows.columns()).contains(field.name())) {
                complete = complete.withColumn(field.name(), lit(null));
            }
        }
        lake.appendFew(complete.repartition(1 + orders / ORDERS_A_FILE), raw);
    }

    private Map<String, Dataset<Row>> entities() {
        Map<String, Dataset<Row>> rows = new LinkedHashMap<>();
        rows.put("marketplace", changes(spark.sql("""
                SELECT 'Demo' AS name, 'CNY' AS currency, 'Asia/Shanghai' AS time_zone, 15 AS return_window_days,
                       0 AS part, 1L AS position""")));
        rows.put("category", changes(spark.sql("""
                SELECT CAST(id AS string) AS category_id,
                       CASE WHEN id < 5 THEN NULL WHEN id < 15 THEN CAST(id % 5 AS string)
                            ELSE CAST(5 + id % 10 AS string) END AS parent_category_id,
                       CASE WHEN id < 5 THEN 1 WHEN id < 15 THEN 2 ELSE 3 END AS level,
                       concat('类目', id) AS name_zh, concat('Category ', id) AS name_en, 0 AS part, 10 + id AS position
                FROM range(55)""")));
        rows.put("supplier", changes(spark.sql("""
                SELECT CAST(id AS string) AS supplier_id, concat('Supplier ', id) AS name,
                       CAST(id % 2 AS string) AS ship_from_province, 0 AS part, 100 + id AS position
                FROM range(300)""")));
        rows.put("seller", changes(spark.sql("""
                SELECT CAST(id AS string) AS seller_id, 0 AS part, 1000 + id AS position FROM range(2000)""")));
        rows.put("sku", changes(skus()));
        rows.put("listing", changes(spark.sql("""
                SELECT CAST(id AS string) AS listing_id, CAST(id % 50 AS string) AS seller_id,
                       CAST(id AS string) AS sku_id, 900L AS sale_price_minor,
                       TIMESTAMP '2026-03-01 00:00:00+08:00' AS listed_at, 0 AS part, 9000000 + id AS position
                FROM range(200)""")));
        rows.put("order", changes(orders()));
        rows.put("order_line", changes(lines()));
        rows.put("payment", changes(payments()));
        rows.put("parcel", changes(parcels()));
        rows.put("tracking_scan", changes(scans()));
        rows.put("after_sale_case", changes(cases()));
        rows.put("stock_level", changes(spark.sql("""
                SELECT CAST(id AS string) AS stock_level_id, CAST(id %% 6000 AS string) AS sku_id,
                       CAST(id %% 97 AS int) AS shown_quantity,
                       timestampadd(SECOND, CAST(id * %1$d / %3$d AS int), TIMESTAMP '2026-03-01 00:00:00+08:00') AS recorded_at,
                       CAST(id * %2$d / %3$d AS int) AS part, 7000000 + id AS position
                FROM range(%3$d)""".formatted(days * DAY_SECONDS, parts, orders))));
        return rows;
    }

    private Dataset<Row> skus() {
        Dataset<Row> skus = spark.sql("""
                SELECT CAST(id AS string) AS sku_id, CAST(id % 300 AS string) AS supplier_id,
                       CASE WHEN id % 50 <> 0 THEN CAST(15 + id % 40 AS string) END AS category_id,
                       concat('规格', id) AS name_zh, concat('Sku ', id) AS name_en,
                       CAST(id % 901 AS string) AS match_group_id, CAST(500 + id % 700 AS bigint) AS supply_price_minor,
                       0 AS part, 10000 + id AS position
                FROM range(6000)""");
        Dataset<Row> moved = skus.filter("sku_id IN ('17', '3000')")
                .selectExpr("*", "'20' AS moved")
                .drop("category_id", "part", "position")
                .withColumnRenamed("moved", "category_id")
                .selectExpr("*", "%d AS part".formatted(parts - 1), "8000000 + CAST(sku_id AS bigint) AS position");
        return skus.unionByName(moved);
    }

    private Dataset<Row> placed() {
        return spark.sql("""
                SELECT id, CAST(id AS string) AS order_id, CAST(%s * 2000 AS int) AS seller,
                       timestampadd(SECOND, CAST(id * %d / %d AS int), TIMESTAMP '2026-03-01 00:00:00+08:00') AS ordered_at,
                       CAST(id * %d / %d AS int) AS part
                FROM range(%d, %d)""".formatted(
                        random("id", "seller"),
                        days * DAY_SECONDS,
                        orders,
                        parts,
                        orders,
                        (long) from * orders / parts,
                        orders));
    }

    /** Every order is placed, and most are completed in a later part. */
    private Dataset<Row> orders() {
        Dataset<Row> placed = placed().selectExpr(
                        "order_id",
                        "CAST(seller AS string) AS seller_id",
                        MODE,
                        "'placed' AS status",
                        "ordered_at",
                        "part",
                        "100000 + id AS position");
        return placed.unionByName(placed.filter(random("order_id", "completed") + " < 0.8")
                .selectExpr(
                        "order_id",
                        "seller_id",
                        "mode",
                        "'completed' AS status",
                        "ordered_at",
                        later("order_id", "completed"),
                        "position + 3000000 AS position"));
    }

    private String later(String of, String salt) {
        return "least(%d, part + CAST(%s * 2 AS int)) AS part".formatted(parts - 1, random(of, salt + " later"));
    }

    private Dataset<Row> linesPlaced() {
        return placed().selectExpr(
                        "*", "explode(sequence(1, 1 + CAST(%s * 3 AS int))) AS number".formatted(random("id", "n")))
                .selectExpr(
                        "*",
                        "concat(order_id, '-', number) AS order_line_id",
                        "CAST(pow(%s, 3) * 6000 AS int) AS sku".formatted(random("id * 10 + number", "sku")))
                .selectExpr("*", "concat(order_id, '-', sku % 300) AS parcel");
    }

    /** Every line is placed; some are cancelled later, one in a thousand is deleted, one in a hundred arrives twice. */
    private Dataset<Row> lines() {
        Dataset<Row> placed = linesPlaced()
                .selectExpr(
                        "order_line_id",
                        "order_id",
                        "number AS line_number",
                        "CASE WHEN seller % 97 <> 0 THEN CAST(seller AS string) END AS seller_id",
                        "CAST(sku AS string) AS sku_id",
                        "CAST(sku % 300 AS string) AS supplier_id",
                        "parcel AS parcel_id",
                        MODE,
                        "1 + CAST(%s * 3 AS int) AS quantity".formatted(random("order_line_id", "quantity")),
                        "CAST(900 + sku % 700 + number AS bigint) AS sale_price_minor",
                        "CAST(500 + sku % 700 AS bigint) AS supply_price_minor",
                        "CASE WHEN sku <> 5 THEN 300L END AS freight_minor",
                        "CAST(sku % 40 AS bigint) AS platform_fee_minor",
                        "CAST(sku % 7 AS bigint) AS promotion_minor",
                        "IF(sku %% 3 <> 0, CAST(%s * 6 AS int), NULL) AS shown_stock"
                                .formatted(random("order_line_id", "shown")),
                        "'active' AS status",
                        "CAST(NULL AS string) AS cancel_reason",
                        "ordered_at",
                        "part",
                        "CAST(400000 + id * 4 + number AS bigint) AS position",
                        "'c' AS op");
        Dataset<Row> cancelled = placed.filter(random("order_line_id", "cancelled") + " < 0.05")
                .selectExpr(without(placed, "status", "cancel_reason", "part", "position", "op"))
                .selectExpr(
                        "*",
                        "'cancelled' AS status",
                        "'no_stock' AS cancel_reason",
                        "least(%d, part_before + CAST(%s * 3 AS int)) AS part"
                                .formatted(parts - 1, random("order_line_id", "cancelled later")),
                        "position_before + 3000000 AS position",
                        "'u' AS op")
                .drop("part_before", "position_before");
        Dataset<Row> deleted = placed.filter(random("order_line_id", "deleted") + " < 0.001")
                .selectExpr(without(placed, "part", "position", "op"))
                .selectExpr("*", (parts - 1) + " AS part", "position_before + 4000000 AS position", "'d' AS op")
                .drop("part_before", "position_before");
        Dataset<Row> again = placed.filter(random("order_line_id", "again") + " < 0.01")
                .drop("part")
                .selectExpr("*", (parts - 1) + " AS part");
        return placed.unionByName(cancelled).unionByName(deleted).unionByName(again);
    }

    private static String[] without(Dataset<Row> rows, String... names) {
        List<String> dropped = List.of(names);
        List<String> kept = new ArrayList<>(Arrays.stream(rows.columns())
                .filter(name -> !dropped.contains(name))
                .toList());
        kept.add("part AS part_before");
        kept.add("position AS position_before");
        return kept.toArray(String[]::new);
    }

    private Dataset<Row> payments() {
        return placed().filter(random("id", "unpaid") + " > 0.02")
                .selectExpr(
                        "concat('p', order_id) AS payment_id",
                        "order_id",
                        "CAST(1000 + id % 777 AS bigint) AS amount_minor",
                        "CAST(7 + id % 31 AS bigint) AS payment_fee_minor",
                        "timestampadd(MINUTE, 5, ordered_at) AS paid_at",
                        later("id", "paid"),
                        "1000000 + id AS position");
    }

    private Dataset<Row> parcels() {
        Dataset<Row> created = linesPlaced()
                .selectExpr("parcel AS parcel_id", "order_id", "sku % 300 AS supplier", "ordered_at", "id", "part")
                .distinct()
                .selectExpr(
                        "parcel_id",
                        "order_id",
                        "CAST(supplier AS string) AS supplier_id",
                        "ordered_at AS created_at",
                        "concat('carrier ', supplier % 3) AS carrier",
                        "CAST(supplier % 2 AS string) AS ship_from_province",
                        "CASE WHEN id % 13 <> 0 THEN CAST(id % 7 AS string) END AS ship_to_province",
                        "IF(id % 11 <> 0, timestampadd(HOUR, CAST(id % 40 AS int), ordered_at), NULL) AS dispatched_at",
                        "timestampadd(HOUR, 48, ordered_at) AS promised_dispatch_at",
                        "timestampadd(HOUR, 72, ordered_at) AS promised_delivery_at",
                        "IF(id % 5 = 0, timestampadd(HOUR, 60 + CAST(id % 24 AS int), ordered_at), NULL) AS delivered_at",
                        "CAST(NULL AS timestamp) AS cancelled_at",
                        "part",
                        "1500000 + id AS position");
        return created.unionByName(created.filter(random("parcel_id", "cancelled") + " < 0.03")
                .selectExpr(
                        "parcel_id",
                        "order_id",
                        "supplier_id",
                        "created_at",
                        "carrier",
                        "ship_from_province",
                        "ship_to_province",
                        "dispatched_at",
                        "promised_dispatch_at",
                        "promised_delivery_at",
                        "delivered_at",
                        "timestampadd(HOUR, 3, created_at) AS cancelled_at",
                        later("parcel_id", "cancelled"),
                        "position + 3000000 AS position"));
    }

    private Dataset<Row> scans() {
        return linesPlaced()
                .selectExpr("parcel AS parcel_id", "ordered_at", "id", "part")
                .distinct()
                .filter(random("parcel_id", "lost") + " > 0.01")
                .selectExpr("*", "explode(sequence(0, 2)) AS step")
                .selectExpr(
                        "concat(parcel_id, '-', step) AS tracking_scan_id",
                        "parcel_id",
                        "CASE step WHEN 0 THEN 'picked_up' WHEN 1 THEN 'in_transit' ELSE 'delivered' END AS kind",
                        "timestampadd(MINUTE, CAST(%s * 3200 AS int) + step * 900, ordered_at) AS scanned_at"
                                .formatted(random("parcel_id", "scan")),
                        later("parcel_id", "scan"),
                        "2000000 + id * 3 + step AS position");
    }

    private Dataset<Row> cases() {
        return linesPlaced()
                .filter(random("order_line_id", "case") + " < 0.08")
                .selectExpr(
                        "concat('c', order_line_id) AS after_sale_case_id",
                        "order_line_id",
                        "'refund' AS kind",
                        "elt(1 + CAST(%s * 6 AS int), 'quality', 'damaged', 'not_as_described', 'missing', 'late', 'no_reason') AS reason"
                                .formatted(random("order_line_id", "reason")),
                        "CAST(100 + id % 800 AS bigint) AS refund_minor",
                        "CAST(id % 90 AS bigint) AS return_freight_minor",
                        "0L AS reship_freight_minor",
                        "timestampadd(DAY, 4, ordered_at) AS opened_at",
                        later("order_line_id", "case"),
                        "2500000 + id AS position");
    }

    private Dataset<Row> changes(Dataset<Row> rows) {
        Dataset<Row> complete = Arrays.asList(rows.columns()).contains("op") ? rows : rows.selectExpr("*", "'c' AS op");
        return complete.selectExpr(
                "'demo' AS marketplace",
                "*",
                "op AS change_op",
                "'cdc' AS source",
                "CAST(position AS bigint) AS source_position",
                "timestampadd(SECOND, CAST(position % 100000 AS int), TIMESTAMP '2026-07-01 00:00:00Z') AS source_time",
                "timestampadd(SECOND, CAST(part AS int), TIMESTAMP '2026-07-02 00:00:00Z') AS ingested_at",
                "0 AS topic_partition",
                "CAST(position AS bigint) AS topic_offset",
                "1 AS schema_version",
                "CAST(map() AS map<string,string>) AS extension");
    }
}
