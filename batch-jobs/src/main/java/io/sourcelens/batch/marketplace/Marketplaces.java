/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.marketplace;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Column;

/** Every marketplace with a row of its own; they are few, so expressions name each instead of joining. */
public record Marketplaces(List<Marketplace> all) {
    public Marketplaces {
        all = all.stream().sorted(Comparator.comparing(Marketplace::id)).toList();
    }

    /** From rows of {@code core.marketplace}; none is known until any instant yet. */
    public static Marketplaces of(List<Record> rows) {
        return new Marketplaces(rows.stream()
                .map(row -> new Marketplace(
                        (String) row.getField("marketplace"),
                        (String) row.getField("name"),
                        (String) row.getField("currency"),
                        ZoneId.of((String) row.getField("time_zone")),
                        (Integer) row.getField("return_window_days"),
                        null))
                .toList());
    }

    /** Those with an order, each known until its newest one. */
    public Marketplaces knownUntil(Map<String, Instant> newestOrders) {
        return new Marketplaces(all.stream()
                .filter(marketplace -> newestOrders.containsKey(marketplace.id()))
                .map(marketplace -> marketplace.knownUntil(newestOrders.get(marketplace.id())))
                .toList());
    }

    /** Those of these names. */
    public Marketplaces only(Set<String> ids) {
        return new Marketplaces(
                all.stream().filter(one -> ids.contains(one.id())).toList());
    }

    public Optional<Marketplace> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The value of the row's marketplace; null for marketplaces without a row of their own. */
    public Column value(Function<Marketplace, Column> expression) {
        Column value = lit(null);
        for (Marketplace one : all) {
            value = when(col("marketplace").equalTo(one.id()), expression.apply(one))
                    .otherwise(value);
        }
        return value;
    }

    /** True for rows of the marketplaces that meet their condition. */
    public Column condition(Function<Marketplace, Column> condition) {
        return all.stream()
                .map(one -> col("marketplace").equalTo(one.id()).and(condition.apply(one)))
                .reduce(Column::or)
                .orElse(lit(false));
    }

    /** Day of an instant in the zone of the row's marketplace; null for marketplaces without a row of their own. */
    public Column day(Column instant) {
        return value(one -> to_date(from_utc_timestamp(instant, one.timeZone().getId())));
    }

    /** Changes when a day of any marketplace could change. */
    public String zones() {
        return describe(one -> one.timeZone().getId());
    }

    /** One text of a property of each, to compare with what an earlier run noted. */
    public String describe(Function<Marketplace, Object> property) {
        return all.stream().map(one -> one.id() + "=" + property.apply(one)).collect(Collectors.joining(";"));
    }
}
