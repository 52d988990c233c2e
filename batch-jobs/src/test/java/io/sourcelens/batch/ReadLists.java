/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.publish.MartPublisher;
import io.sourcelens.batch.publish.PublishConfiguration;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;

/** Lists of best sellers of a lake as readers get them from ClickHouse. */
record ReadLists(ClickHouseServer server) implements AutoCloseable {
    private static final List<String> MARTS =
            List.of("marketplace", "category", "best_sellers", "sku_sales", "supplier_score");
    private static final List<String> CATEGORIES = List.of("all", "0", "7", "30");

    private static final String WITHIN = """
            SELECT concat_ws('|', '%s', %d, '%s', '%s', rank, coalesce(toString(previous_rank), 'null'),
                coalesce(toString(previous_week_rank), 'null'), sku_id, orders, units, sale_revenue_minor)
            FROM api.best_sellers_within(marketplace = 'demo', window_days = %2$d, category_id = '%3$s', ranked_by = '%4$s',
                mode = '%5$s', price_band = %6$d, ship_from_province = '%7$s', tier = '', arrived_within_days = 0)
            WHERE rank <= 100""";

    /** Names are those of the independent query. */
    private enum Filter {
        NONE("", 0, ""),
        WHOLESALE("wholesale", 0, ""),
        SECOND_BAND("", 2, ""),
        PROVINCE("", 0, "1"),
        ALL_OF_THEM("dropship", 3, "0");

        private final String mode;
        private final int priceBand;
        private final String province;

        Filter(String mode, int priceBand, String province) {
            this.mode = mode;
            this.priceBand = priceBand;
            this.province = province;
        }
    }

    static ReadLists start(Lake lake, Path folder) {
        ClickHouseServer server = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
        new MartPublisher(PublishConfiguration.of(Map.of("SOURCELENS_CLICKHOUSE_URL", server.jdbcUrl())))
                .publish(
                        "lists", MARTS.stream().map(mart -> version(lake, mart)).toList());
        return new ReadLists(server);
    }

    private static PublishedTable version(Lake lake, String mart) {
        Table table = lake.find("mart." + mart).orElseThrow();
        String metadata = ((HasTableOperations) table).operations().current().metadataFileLocation();
        return new PublishedTable(
                mart, table.location(), metadata, lake.read("mart." + mart).count(), Optional.empty());
    }

    List<String> published() {
        return rows("""
                SELECT concat_ws('|', 'NONE', window_days, category_id, ranked_by, rank,
                    coalesce(toString(previous_rank), 'null'), coalesce(toString(previous_week_rank), 'null'), sku_id, orders,
                    units, sale_revenue_minor)
                FROM api.best_sellers
                WHERE category_id IN ('%s')""".formatted(String.join("', '", CATEGORIES))).sorted().toList();
    }

    List<String> withoutFilter() {
        return Stream.of(1, 7, 30)
                .flatMap(days -> Stream.of("units", "revenue").flatMap(measure -> lists(Filter.NONE, days, measure)))
                .sorted()
                .toList();
    }

    /** Of seven days by units. */
    List<String> within() {
        return Stream.of(Filter.values())
                .filter(filter -> filter != Filter.NONE)
                .flatMap(filter -> lists(filter, 7, "units"))
                .sorted()
                .toList();
    }

    private Stream<String> lists(Filter filter, int days, String measure) {
        return CATEGORIES.stream()
                .flatMap(category -> rows(WITHIN.formatted(
                        filter, days, category, measure, filter.mode, filter.priceBand, filter.province)));
    }

    private Stream<String> rows(String sql) {
        return server.query("api", sql).lines();
    }

    @Override
    public void close() {
        server.close();
    }
}
