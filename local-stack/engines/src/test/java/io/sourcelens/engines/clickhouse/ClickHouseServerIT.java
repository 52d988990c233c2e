/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.engines.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.engines.EngineException;
import io.sourcelens.engines.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseServerIT {
    @TempDir
    Path folder;

    @Test
    void insertedRowsOutliveAKillAndACleanStop() {
        int port = Ports.free();
        try (ClickHouseServer server = start(port)) {
            server.query("writer", "CREATE DATABASE mart");
            server.query("writer", "CREATE TABLE mart.kept (id Int64) ENGINE = MergeTree ORDER BY id");
            server.query("writer", "INSERT INTO mart.kept VALUES (7)");
            server.kill();
        }
        try (ClickHouseServer server = start(port)) {
            assertThat(server.query("writer", "SELECT id FROM mart.kept")).isEqualTo("7");
            server.query("writer", "INSERT INTO mart.kept VALUES (8)");
            server.query("writer", "CREATE TABLE mart.fresh AS mart.kept");
            server.query("writer", "EXCHANGE TABLES mart.fresh AND mart.kept");
            server.stop();
            assertThat(server.process().process().exitValue()).isZero();
        }
        try (ClickHouseServer server = start(port)) {
            assertThat(server.query("writer", "SELECT count() FROM mart.fresh")).isEqualTo("2");
        }
    }

    @Test
    void readersSeeTheirViewsOnly() {
        try (ClickHouseServer server = start(Ports.free())) {
            for (String database : new String[] {"mart", "api", "superset"}) {
                server.query("writer", "CREATE DATABASE " + database);
            }
            server.query("writer", "CREATE TABLE mart.margin (seller_id String) ENGINE = MergeTree ORDER BY seller_id");
            server.query("writer", "INSERT INTO mart.margin VALUES ('1'), ('2')");
            server.query("writer", """
                    CREATE VIEW api.seller_margin DEFINER = writer SQL SECURITY DEFINER AS
                    SELECT * FROM mart.margin WHERE seller_id = {seller_id:String}""");
            for (String view : new String[] {"superset.seller_margin", "superset.best_sellers"}) {
                server.query("writer", """
                        CREATE VIEW %s DEFINER = writer SQL SECURITY DEFINER AS SELECT * FROM mart.margin""".formatted(view));
            }

            assertThat(server.query("api", "SELECT count() FROM api.seller_margin(seller_id = '2')"))
                    .isEqualTo("1");
            assertThat(server.query("superset_seller", "SELECT count() FROM superset.seller_margin"))
                    .isEqualTo("2");
            assertThat(server.query("superset_analyst", "SELECT count() FROM superset.best_sellers"))
                    .isEqualTo("2");
            assertDenied(server, "api", "SELECT count() FROM mart.margin");
            assertDenied(server, "api", "SELECT count() FROM superset.best_sellers");
            assertDenied(server, "superset_analyst", "SELECT count() FROM superset.seller_margin");
            assertDenied(server, "superset_seller", "SELECT count() FROM superset.best_sellers");
            assertDenied(server, "superset_seller", "SELECT count() FROM mart.margin");
            assertDenied(server, "api", "SELECT * FROM file('%s/**', 'LineAsString')".formatted(folder));
            assertThatThrownBy(() -> server.query("api", "SELECT seller_id FROM api.seller_margin"))
                    .hasMessageContaining("seller_id");
        }
    }

    @Test
    void nobodyLogsInWithoutAPassword() throws Exception {
        try (ClickHouseServer server = ClickHouseServer.start(
                folder.resolve("data"),
                Ports.free(),
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"),
                Map.of("writer", "a", "streaming", "s", "api", "b", "superset_analyst", "c", "superset_seller", "d"))) {
            assertThat(server.query("api", "SELECT currentUser()")).isEqualTo("api");
            for (String user : new String[] {"writer", "streaming", "api", "superset_seller"}) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:%d/?user=%s&query=SELECT+1".formatted(server.port(), user)))
                        .build();
                assertThat(HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .contains("Authentication failed");
            }
        }
    }

    private static void assertDenied(ClickHouseServer server, String user, String sql) {
        assertThatThrownBy(() -> server.query(user, sql))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ACCESS_DENIED");
    }

    private ClickHouseServer start(int port) {
        return ClickHouseServer.start(
                folder.resolve("data"),
                port,
                Ports.free(),
                folder.resolve("warehouse"),
                folder.resolve("clickhouse.log"));
    }
}
