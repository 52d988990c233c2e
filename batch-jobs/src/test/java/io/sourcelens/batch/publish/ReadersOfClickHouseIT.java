/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.engines.Ports;
import io.sourcelens.engines.clickhouse.ClickHouseServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read what, on the server that everybody reads. */
class ReadersOfClickHouseIT {
    @TempDir
    static Path folder;

    private static ClickHouseServer server;

    @BeforeAll
    static void publishAMarginOfTwoSellers() throws Exception {
        server = ClickHouseServer.start(
                folder.resolve("clickhouse"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
        PublishedTable margin = WrittenMart.create(folder.resolve("warehouse"), "margin_sku_seller_day")
                .append(List.of(
                        Map.of("seller_id", "A", "sku_id", "1", "contribution_minor", 100L),
                        Map.of("seller_id", "B", "sku_id", "1", "contribution_minor", 999L)));
        new MartPublisher(PublishConfiguration.of(Map.of("SOURCELENS_CLICKHOUSE_URL", server.jdbcUrl())))
                .publish("run-1", List.of(margin));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theApiReadsOneSellersMargin() {
        assertThat(
                        server.query(
                                "api",
                                "SELECT sku_id, contribution_minor FROM api.seller_margin(marketplace = 'demo', seller_id = 'A')"))
                .isEqualTo("1\t100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM api.seller_margin",
                "SELECT * FROM api.seller_margin()",
                "SELECT * FROM api.seller_margin(marketplace = 'demo')",
                "SELECT * FROM api.seller_margin(seller_id = 'A')",
                "SELECT count() FROM api.seller_margin",
                "SELECT * FROM api.live_seller(marketplace = 'demo', window_start = '2026-03-01 00:00:00')",
                "SELECT * FROM api.seller_stock_watch(marketplace = 'demo')",
                "SELECT * FROM api.seller_alternative(marketplace = 'demo')",
                "SELECT * FROM api.seller_stuck_parcel(marketplace = 'demo')"
            })
    void leavingOutTheSellerIsAnErrorAndNotALeak(String sql) {
        assertThatThrownBy(() -> server.query("api", sql))
                .hasMessageMatching("(?s).*(UNKNOWN_QUERY_PARAMETER|EMPTY_LIST_OF_COLUMNS_).*");
    }

    @Test
    void aHostileSellerIsOnlyAName() {
        assertThat(server.query(
                        "api", "SELECT * FROM api.seller_margin(marketplace = 'demo', seller_id = 'A'' OR 1=1 --')"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    api              | SELECT * FROM mart.margin_sku_seller_day
                    api              | SELECT * FROM mart.schema_migration
                    api              | SELECT * FROM live.minute_count
                    streaming        | SELECT * FROM live.minute_count
                    streaming        | SELECT * FROM mart.margin_sku_seller_day
                    superset_analyst | SELECT * FROM live.minute_count
                    api              | SELECT * FROM superset.seller_margin
                    api              | SELECT * FROM superset.best_sellers
                    superset_analyst | SELECT * FROM mart.margin_sku_seller_day
                    superset_analyst | SELECT * FROM superset.seller_margin
                    superset_analyst | SELECT sku_id FROM api.seller_margin(marketplace = 'demo', seller_id = 'A')
                    superset_analyst | SELECT * FROM api.best_sellers
                    superset_analyst | SELECT * FROM api.seller_stuck_parcel(marketplace = 'demo', seller_id = 'A')
                    superset_analyst | SELECT * FROM mart.listing
                    api              | SELECT * FROM mart.listing
                    superset_seller  | SELECT * FROM mart.margin_sku_seller_day
                    superset_seller  | SELECT * FROM superset.best_sellers
                    superset_seller  | SELECT sku_id FROM api.seller_margin(marketplace = 'demo', seller_id = 'A')
                    """)
    void nobodyReadsWhatIsNotTheirs(String user, String sql) {
        assertDenied(user, sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streaming", "api", "superset_analyst", "superset_seller"})
    void nobodyButTheWriterReachesFilesOrWrites(String user) {
        assertDenied(user, "SELECT * FROM icebergLocal('%s')".formatted(folder.resolve("warehouse/mart/x")));
        assertDenied(user, "SELECT * FROM file('/etc/passwd', 'LineAsString', 'line String')");
        assertDenied(user, "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString', 'line String')");
        assertDenied(user, "INSERT INTO mart.schema_migration (version) VALUES (9)");
        assertDenied(user, "DROP TABLE mart.margin_sku_seller_day");
        assertDenied(user, "CREATE TABLE api.own (id Int8) ENGINE = MergeTree ORDER BY id");
        assertDenied(user, "CREATE OR REPLACE VIEW api.best_sellers AS SELECT 1");
    }

    @Test
    void supersetReadsItsViews() {
        assertThat(server.query(
                        "superset_seller",
                        "SELECT seller_id, contribution_minor FROM superset.seller_margin ORDER BY seller_id"))
                .isEqualTo("A\t100\nB\t999");
        for (String view : List.of(
                "best_sellers",
                "supplier_scorecard",
                "supplier_forecast",
                "supplier_change",
                "supplier_event",
                "supplier_fulfilment",
                "supplier_score",
                "supplier_score_component",
                "category",
                "marketplace",
                "freshness",
                "trending",
                "margin_distribution",
                "intake_opportunity",
                "intake_candidate",
                "intake_cohort",
                "delist",
                "best_match_groups",
                "sku_sales",
                "stock_watch",
                "alternative",
                "track_record",
                "refresh_run")) {
            assertThat(server.query("superset_analyst", "SELECT count() FROM superset." + view))
                    .isEqualTo("0");
            assertThat(server.query("api", "SELECT count() FROM api." + view)).isEqualTo("0");
        }
    }

    private static void assertDenied(String user, String sql) {
        assertThatThrownBy(() -> server.query(user, sql)).hasMessageContaining("ACCESS_DENIED");
    }
}
