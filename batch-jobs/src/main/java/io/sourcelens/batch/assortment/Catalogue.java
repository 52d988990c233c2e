/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.assortment;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.marketplace.Marketplace;
import io.sourcelens.batch.marketplace.Marketplaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.jspecify.annotations.Nullable;

/**
 * The skus of some marketplaces, and when each entered the catalogue.
 *
 * @param withDates marketplaces that say of any sku when it entered
 * @param firstDays of each marketplace the first day with an order
 */
record Catalogue(Map<String, List<Sku>> skus, Set<String> withDates, Map<String, LocalDate> firstDays) {
    /** @param arrived marketplace day; null if the catalogue does not say */
    record Sku(
            String skuId,
            @Nullable String supplierId,
            @Nullable String categoryId,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable LocalDate arrived) {}

    /**
     * @param rows of {@code core.sku}
     * @param firstDays see {@link #firstDays(Lake)}
     */
    static Catalogue of(List<Record> rows, Marketplaces marketplaces, Map<String, LocalDate> firstDays) {
        Map<String, List<Sku>> skus = new TreeMap<>();
        Set<String> withDates = new HashSet<>();
        for (Record row : rows) {
            String id = (String) row.getField("marketplace");
            marketplaces.find(id).ifPresent(marketplace -> {
                Sku sku = of(row, marketplace);
                skus.computeIfAbsent(id, any -> new ArrayList<>()).add(sku);
                if (sku.arrived() != null) {
                    withDates.add(id);
                }
            });
        }
        return new Catalogue(skus, withDates, firstDays);
    }

    private static Sku of(Record row, Marketplace marketplace) {
        OffsetDateTime createdAt = (OffsetDateTime) row.getField("created_at");
        return new Sku(
                (String) row.getField("sku_id"),
                (String) row.getField("supplier_id"),
                (String) row.getField("category_id"),
                (String) row.getField("name_zh"),
                (String) row.getField("name_en"),
                createdAt == null ? null : marketplace.day(createdAt.toInstant()));
    }

    /** By marketplace, from the partitions of {@code mart.margin_sku_seller_day}: none of its rows is read. */
    static Map<String, LocalDate> firstDays(Lake lake) {
        Table table = lake.find("mart.margin_sku_seller_day").orElseThrow();
        Map<String, LocalDate> firstDays = new HashMap<>();
        try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            for (FileScanTask task : files) {
                firstDays.merge(
                        task.file().partition().get(0, String.class),
                        LocalDate.ofEpochDay(task.file().partition().get(1, Integer.class)),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot plan the files of " + table.name(), e);
        }
        return firstDays;
    }

    List<Sku> of(Marketplace marketplace) {
        return skus.getOrDefault(marketplace.id(), List.of());
    }

    boolean hasDates(Marketplace marketplace) {
        return withDates.contains(marketplace.id());
    }

    /** First day with an order; the day after the last one without any. */
    LocalDate firstDay(Marketplace marketplace) {
        return firstDays.getOrDefault(marketplace.id(), marketplace.unfinishedDay());
    }
}
