/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The schema files of this module, read once. */
public final class Schemas {
    private static final Map<String, TableSchema> ENTITIES = read(
            "entity",
            "marketplace",
            "category",
            "supplier",
            "seller",
            "sku",
            "listing",
            "order",
            "order_line",
            "payment",
            "parcel",
            "tracking_scan",
            "stock_level",
            "after_sale_case");

    private static final Map<String, TableSchema> MARTS = read(
            "mart",
            "marketplace",
            "category",
            "freshness",
            "best_sellers",
            "best_match_groups",
            "sku_sales",
            "trending",
            "margin_sku_seller_day",
            "margin_distribution",
            "intake_opportunity",
            "intake_candidate",
            "intake_cohort",
            "delist",
            "supplier_scorecard",
            "supplier_event",
            "supplier_forecast",
            "supplier_change",
            "supplier_fulfilment",
            "supplier_score_component",
            "supplier_score",
            "stock_watch",
            "alternative",
            "listing",
            "stuck_parcel",
            "track_record",
            "refresh_run");

    private static final Map<String, TableSchema> ROLLUPS = read(
            "rollup",
            "sku_seller_day",
            "sku_supplier_day",
            "sku_mode_day",
            "sku_stock_day",
            "supplier_category_day",
            "supplier_lane_day",
            "parcel_outcome");

    private static final Map<String, TableSchema> LIVE = read("live", "minute_count", "sku");

    private Schemas() {}

    /** Every entity of the event contract, slow ones first. */
    public static List<TableSchema> entities() {
        return List.copyOf(ENTITIES.values());
    }

    /** Every mart. */
    public static List<TableSchema> marts() {
        return List.copyOf(MARTS.values());
    }

    /** Every daily partial aggregate between core and marts. */
    public static List<TableSchema> rollups() {
        return List.copyOf(ROLLUPS.values());
    }

    /** Every table that streaming keeps in ClickHouse. */
    public static List<TableSchema> liveTables() {
        return List.copyOf(LIVE.values());
    }

    public static TableSchema entity(String name) {
        return named(ENTITIES, name, "entity");
    }

    public static TableSchema mart(String name) {
        return named(MARTS, name, "mart");
    }

    public static TableSchema rollup(String name) {
        return named(ROLLUPS, name, "rollup");
    }

    public static TableSchema liveTable(String name) {
        return named(LIVE, name, "live table");
    }

    public static boolean isEntity(String name) {
        return ENTITIES.containsKey(name);
    }

    private static TableSchema named(Map<String, TableSchema> schemas, String name, String kind) {
        TableSchema schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "Cannot find %s: %s (known: %s)".formatted(kind, name, String.join(", ", schemas.keySet())));
        }
        return schema;
    }

    private static Map<String, TableSchema> read(String folder, String... names) {
        Map<String, TableSchema> schemas = new LinkedHashMap<>();
        Stream.of(names)
                .forEach(name ->
                        schemas.put(name, TableSchema.parse(resource("schema/%s/%s.avsc".formatted(folder, name)))));
        return schemas;
    }

    static String resource(String path) {
        try (InputStream stream = Schemas.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("Cannot find resource: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource: " + path, e);
        }
    }
}
