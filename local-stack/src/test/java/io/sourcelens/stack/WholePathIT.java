/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.stack.chaos.ChaosReport;
import io.sourcelens.stack.chaos.Difference;
import io.sourcelens.stack.chaos.Fire.Wound;
import io.sourcelens.stack.chaos.Round;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on real engines, each its own process: from rows of the marketplace to what people see. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePathIT {
    private static final Path HOME = Path.of("..");
    private static final Path ONLINE_RETAIL = Path.of("../../shared/data/online_retail_2009_2010.parquet");
    private static final Duration CAPTURED = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path state;

    private static LocalStack stack;
    private static StackSettings settings;
    private static ClickHouse clickHouse;
    private static Lake lake;

    @BeforeAll
    static void loadAHistory() {
        StackOptions options = StackOptions.demo(HOME)
                .withState(state)
                .withPortOffset(4_000)
                .withOrdersPerSecond(0)
                .withHistory(
                        "--days",
                        "45",
                        "--suppliers",
                        "40",
                        "--sellers",
                        "150",
                        "--skus",
                        "500",
                        "--order-lines",
                        "9000");
        stack = LocalStack.start(options, new Progress(System.out));
        settings = stack.settings();
        clickHouse = new ClickHouse(settings);
        lake = new Lake(settings);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void marginsInClickHouseEqualTheMarketplaceToTheFen() throws Exception {
        List<List<String>> published = publishedMargins();

        assertThat(published)
                .hasSizeGreaterThan(100)
                .isEqualTo(Sql.marketplace(settings, Sql.resource(Sql.class, "margin.sql")));
    }

    @Test
    @Order(2)
    void bestSellersEqualAnIndependentQueryOverTheLake() throws Exception {
        assertBestSellersEqualTheLake("demo");
    }

    @Test
    @Order(3)
    void lateDispatchAndDefectsEqualTheSimulatorsLedger() throws Exception {
        JsonNode ledger = truth().path("ledger").path("suppliers_in_window");
        List<List<String>> expected = new ArrayList<>();
        for (int window : List.of(30, 90)) {
            for (JsonNode supplier : ledger.path(String.valueOf(window))) {
                if (supplier.path("parcels_due").asLong()
                                + supplier.path("order_lines").asLong()
                        > 0) {
                    List<String> row = new ArrayList<>();
                    row.add(String.valueOf(window));
                    for (String name : List.of(
                            "supplier_id",
                            "parcels_due",
                            "parcels_late",
                            "parcels_not_scanned",
                            "order_lines",
                            "defect_lines")) {
                        row.add(supplier.path(name).asText());
                    }
                    expected.add(row);
                }
            }
        }

        assertThat(clickHouse.rows("""
                        SELECT window_days, supplier_id, parcels_due, parcels_late, parcels_not_scanned, order_lines,
                               defect_lines
                        FROM mart.supplier_scorecard WHERE marketplace = 'demo' AND category_id = 'all'
                        """)).hasSizeGreaterThan(70).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Order(4)
    void aSellerSeesItsOwnMarginAndNobodyElses() throws Exception {
        Tokens tokens = Tokens.of(settings);
        List<String> days = clickHouse
                .rows("SELECT min(day), max(day) FROM mart.margin_sku_seller_day WHERE marketplace = 'demo'")
                .get(0);
        JsonNode own = get(
                "/v1/marketplaces/demo/my/margin?from=%s&to=%s".formatted(days.get(0), days.get(1)),
                tokens.seller(),
                200);

        String expected = publishedMargins().stream()
                .filter(row -> row.get(0).equals(tokens.sellerId()))
                .findFirst()
                .orElseThrow()
                .get(1);
        assertThat(own.path("totals").path("sale_revenue_minor").asText()).isEqualTo(expected);
        get("/v1/marketplaces/demo/my/margin", tokens.analyst(), 403);
        get("/v1/marketplaces/demo/supplier-scorecards", tokens.seller(), 403);
        get("/v1/marketplaces/demo/best-sellers", "none", 401);
    }

    @Test
    @Order(5)
    void everyChartAnswersTheRoleThatUsesIt() throws Exception {
        stack.awaitReady("superset");

        assertThat(run(
                        List.of(
                                "python3",
                                HOME.resolve("dashboards/superset/check_charts.py")
                                        .toAbsolutePath()
                                        .toString(),
                                settings.value("SUPERSET_URL"),
                                // This history is too short for a tail of 61 days, and too small for certain reasons.
                                "Delist list",
                                "Candidates and why"),
                        Duration.ofMinutes(3)))
                .contains("all charts answer, to those who may see them");
    }

    @Test
    @Order(6)
    void onlineRetailIsImportedCountedAndRankedAndWhatItLacksIsNull() throws Exception {
        assumeThat(ONLINE_RETAIL)
                .as("SKIPPED: the real file is not beside this checkout")
                .exists();
        Launch imported = new JavaLaunch(settings)
                .of(
                        "ingestion",
                        "io.sourcelens.ingestion.history.ImportMain",
                        512,
                        List.of(),
                        List.of(
                                ONLINE_RETAIL.toAbsolutePath().toString(),
                                "--mapping",
                                HOME.resolve("ingestion/mappings/online-retail.yaml")
                                        .toString(),
                                "--marketplace",
                                "online-retail"));
        String report = run(imported.command(), Duration.ofMinutes(5));
        long kept = Long.parseLong(lastNumberAfter("kept", report).replace(",", ""));
        long rejected = Long.parseLong(lastNumberAfter("rejected", report).replace(",", ""));

        assertThat(kept + rejected).as("read = kept + rejected").isEqualTo(525_461);
        await().atMost(CAPTURED).until(() -> rawRows("order_line", "online-retail") == kept);
        await().atMost(CAPTURED).until(() -> rawRows("dead_letter", "online-retail") == rejected);
        // The scheduled refresh may have been faster.
        stack.refreshUntilUnchanged(System.out::println);
        assertBestSellersEqualTheLake("online-retail");
        assertThat(clickHouse.rows("""
                        SELECT count() > 1000, countIf(contribution_minor IS NOT NULL), countIf(freight_minor IS NOT NULL),
                               countIf(supply_cost_minor IS NOT NULL)
                        FROM mart.margin_sku_seller_day WHERE marketplace = 'online-retail'""")).containsExactly(List.of("1", "0", "0", "0"));
        JsonNode list = get(
                "/v1/marketplaces/online-retail/best-sellers?window_days=30&limit=20",
                Tokens.of(settings).analyst(),
                200);
        assertThat(list.path("currency").asText()).isEqualTo("GBP");
        assertThat(list.path("items")).hasSize(20);
        assertThat(list.path("items").get(0).path("supplier_id").isNull()).isTrue();
    }

    @Test
    @Order(7)
    void theShopShowsWhatTheApiSays() throws Exception {
        String said = run(
                List.of(
                        "node",
                        HOME.resolve("dashboards/storefront/test/shop.mjs")
                                .toAbsolutePath()
                                .toString(),
                        "http://127.0.0.1:" + settings.value("SHOP_PORT"),
                        Path.of("target/screenshots").toAbsolutePath().toString()),
                Duration.ofMinutes(2));
        JsonNode list = get(
                "/v1/marketplaces/demo/best-sellers?window_days=7&limit=10",
                Tokens.of(settings).seller(),
                200);

        assertThat(said)
                .contains(list.path("items").get(0).path("name_zh").asText())
                .contains(list.path("items").get(0).path("name_en").asText());
    }

    /** A short round of what {@code ./sourcelens chaos} does at length: every part once. */
    @Test
    @Order(8)
    void aBatchOverHttpIsInTheLakeAndWhatItRefusesIsShownAndSentAgain() throws Exception {
        String good =
                "{\"seller_id\":7,\"name\":\"晨光小店\",\"marketplace\":\"bazaar\",\"__op\":\"u\",\"__source\":\"http\",\"__source_time\":1767225600000}";
        String bad = good.replace("\"u\"", "\"?\"");
        HttpResponse<String> answer = Http.post(
                settings.value("INTAKE_URL") + "/v1/marketplaces/bazaar/seller",
                good + "\n" + bad + "\n",
                Map.of(
                        "Authorization",
                        "Bearer " + Tokens.writer(settings, "bazaar"),
                        "Idempotency-Key",
                        "whole-path",
                        "Content-Type",
                        "application/x-ndjson"),
                Duration.ofSeconds(30));

        assertThat(JSON.readTree(answer.body()).path("accepted").asInt())
                .as(answer.body())
                .isEqualTo(1);
        await().atMost(CAPTURED).until(() -> rawRows("seller", "bazaar") == 1);
        await().atMost(CAPTURED).until(() -> rawRows("dead_letter", "bazaar") == 1);
        String id = lake.rows(
                        "SELECT topic || '-' || topic_partition || '@' || topic_offset FROM raw_dead_letter WHERE marketplace = 'bazaar'",
                        "dead_letter")
                .get(0)
                .get(0);
        assertThat(deadLetters("list", "--marketplace", "bazaar")).contains("unknown_symbol", id);
        assertThat(deadLetters("show", id)).contains(bad, "__op is ?", "http bazaar/whole-path record 1");
        assertThat(deadLetters("replay", id)).containsPattern("rejected again +1\\n");
        assertThat(deadLetters("replay", id)).containsPattern("rejected again +0\\n");
        assertThat(rawRows("dead_letter", "bazaar")).isEqualTo(2);
    }

    @Test
    @Order(9)
    void killsDuringLiveTrafficLoseNothingAndDoubleNothing() throws Exception {
        ChaosReport report = new Round(stack, new Progress(System.out)).underTraffic(1, 6, 20);

        System.out.print(report.table());
        assertThat(report.wounds())
                .extracting(Wound::part)
                .doesNotHaveDuplicates()
                .hasSize(6);
        Difference total = report.total();
        assertThat(total.committed()).isGreaterThan(1_000);
        assertThat(total)
                .as(report.table())
                .isEqualTo(new Difference("all", total.committed(), 0, 0, 0, total.rows(), 0));
        assertThat(publishedMargins()).isEqualTo(Sql.marketplace(settings, Sql.resource(Sql.class, "margin.sql")));
        assertBestSellersEqualTheLake("demo");
    }

    private static List<List<String>> publishedMargins() throws Exception {
        return clickHouse.rows("""
                SELECT seller_id, sum(sale_revenue_minor), sum(supply_cost_minor), sum(freight_minor),
                       sum(platform_fee_minor), sum(payment_fee_minor), sum(promotion_minor), sum(refund_minor),
                       sum(return_reship_freight_minor), sum(contribution_minor)
                FROM mart.margin_sku_seller_day WHERE marketplace = 'demo'
                GROUP BY seller_id ORDER BY toInt64(seller_id)""");
    }

    private static void assertBestSellersEqualTheLake(String marketplace) throws Exception {
        List<List<String>> expected = lake.rows(
                Sql.resource(Sql.class, "best_sellers.sql").replace("${marketplace}", marketplace),
                "marketplace",
                "category",
                "sku",
                "order",
                "order_line");
        assertThat(clickHouse.rows("""
                        SELECT window_days, category_id, ranked_by, rank, previous_rank, sku_id, orders, units,
                               sale_revenue_minor
                        FROM mart.best_sellers WHERE marketplace = '%s'
                        ORDER BY window_days, category_id, ranked_by, rank""".formatted(marketplace)))
                .hasSizeGreaterThan(100)
                .isEqualTo(expected);
    }

    private static long rawRows(String table, String marketplace) throws Exception {
        return Long.parseLong(
                lake.rows("SELECT count(*) FROM raw_%s WHERE marketplace = '%s'".formatted(table, marketplace), table)
                        .get(0)
                        .get(0));
    }

    private static JsonNode truth() throws Exception {
        return JSON.readTree(settings.state("truth.json").toFile());
    }

    private static JsonNode get(String path, String token, int expectedStatus) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(settings.value("API_URL") + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + "\n" + response.body()).isEqualTo(expectedStatus);
        return JSON.readTree(response.body());
    }

    private static String deadLetters(String... arguments) throws Exception {
        return run(DeadLettersCommand.launch(settings, List.of(arguments)).command(), Duration.ofMinutes(3));
    }

    private static String run(List<String> command, Duration timeout) throws Exception {
        Path log = Files.createTempFile(state, "command", ".log");
        Process process = start(command, log);
        assertThat(process.waitFor(timeout.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .as("%s ends within %s", command, timeout)
                .isTrue();
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Process start(List<String> command, Path log) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings.environment());
        return builder.start();
    }

    private static String lastNumberAfter(String word, String text) {
        return text.lines()
                .filter(line -> line.strip().toLowerCase(java.util.Locale.ROOT).startsWith(word))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no line '" + word + "' in\n" + text))
                .replaceAll("[^0-9,]", "");
    }
}
