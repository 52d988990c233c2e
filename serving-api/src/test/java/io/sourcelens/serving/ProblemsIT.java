/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import static io.sourcelens.serving.TenancyIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error is a problem in JSON, and none is a 500. */
@ExtendWith(ApiExtension.class)
class ProblemsIT {
    private static final Token ANALYST = Token.role("supplier_analyst");
    private static final Token SELLER = Token.seller("demo", "A");

    private final RunningApi api;

    ProblemsIT(RunningApi api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "best-sellers?window_days=8",
                "best-sellers?window_days=abc",
                "best-sellers?window_days=99999999999",
                "best-sellers?limit=0",
                "best-sellers?limit=101",
                "best-sellers?limit=-1",
                "best-sellers?ranked_by=profit",
                "movers?since_days=2",
                "best-sellers?price_band=0",
                "best-sellers?tier=E",
                "movers?mode=auction",
                "trending?arrived_within_days=91",
                "best-match-groups?limit=101",
                "trending?limit=101",
                "track-record?subject=weather",
                "stock-watch?limit=501",
                "alternatives?advice=stay",
                "best-sellers?ranked_by=units%27%20OR%201=1%20--",
                "supplier-scorecards?window_days=7",
                "supplier-scorecards?limit=501",
                "supplier-scorecards/u1/events?target=late_delivery",
                "supplier-scorecards/u1/events?window_days=7",
                "supplier-scorecards/u1/events?limit=501",
                "supplier-forecasts?target=no_stock_cancel",
                "supplier-forecasts?horizon_days=7",
                "supplier-forecasts?limit=0",
                "supplier-changes?target=late_delivery",
                "supplier-scores?tier=E",
                "supplier-scores?window_days=7",
                "supplier-scores/u1/components?window_days=7",
                "supplier-fulfilment?measure=speed",
                "supplier-fulfilment?window_days=7",
                "margin-distributions?settlement=maybe",
                "intake-candidates?kind=drop",
                "intake-candidates?limit=101",
                "intake-cohorts?age_days=14",
                "delist?limit=1001",
                "new-arrivals?within_days=0",
                "intake-opportunities?limit=0"
            })
    void aParameterThatCannotBeIsABadRequest(String path) {
        HttpResponse<String> answer = api.get("/v1/marketplaces/demo/" + path, ANALYST);
        assertProblem(answer, 400);
        assertThat(RunningApi.json(answer.body()).at("/detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "best-sellers?tier=A, Cannot filter by tier: marketplace retail does not say whose skus they are; leave it out",
        "movers?ship_from_province=x, Cannot filter by ship_from_province: marketplace retail does not say where suppliers ship from; leave it out",
        "trending?arrived_within_days=30, Cannot filter by arrived_within_days: marketplace retail does not say when skus entered its catalogue; leave it out"
    })
    void aFilterByWhatAMarketplaceDoesNotDeliverSaysSo(String path, String detail) {
        HttpResponse<String> answer = api.get("/v1/marketplaces/retail/" + path, ANALYST);

        assertProblem(answer, 400);
        assertThat(RunningApi.json(answer.body()).at("/detail").asString()).isEqualTo(detail);
    }

    @Test
    void aParameterOfAWrongTypeIsNamed() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/movers?window_days=abc", ANALYST)
                                .body())
                        .at("/detail")
                        .asString())
                .isEqualTo("Cannot use window_days=abc; /v3/api-docs says what it may be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-02-30",
                "from=2026-03-02&to=2026-03-01",
                "from=2020-01-01&to=2026-03-01",
                "to=0001-01-01",
                "to=%2B999999999-12-31",
                "to=2026-03-01%27%29%20OR%201=1%20--"
            })
    void aPeriodThatCannotBeIsABadRequest(String period) {
        assertProblem(api.get("/v1/marketplaces/demo/my/margin?" + period, SELLER), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "\\' OR 1=1 --",
                "\\",
                "'; DROP TABLE mart.best_sellers; --",
                "{marketplace:String}",
                ":limit",
                "?",
                "a' UNION ALL SELECT name FROM system.tables --",
                "\u0000",
                "\ud83d\ude00",
                "%%"
            })
    void aHostileNameIsOnlyUnknown(String hostile) {
        String name = URLEncoder.encode(hostile, StandardCharsets.UTF_8).replace("+", "%20");

        assertProblem(api.get("/v1/marketplaces/demo/best-sellers?category_id=" + name, ANALYST), 404);
        assertProblem(api.get("/v1/marketplaces/demo/supplier-scorecards?category_id=" + name, ANALYST), 404);
        for (String path :
                new String[] {"/v1/marketplaces/%s/best-sellers", "/v1/marketplaces/demo/supplier-scorecards/%s"}) {
            HttpResponse<String> answer = api.get(path.formatted(name), ANALYST);
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
            assertProblem(answer, answer.statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/marketplaces/nowhere/best-sellers, Cannot find marketplace nowhere; /v1/marketplaces lists them",
        "/v1/marketplaces/nowhere/stock-watch, Cannot find marketplace nowhere; /v1/marketplaces lists them",
        "/v1/marketplaces/nowhere/categories, Cannot find marketplace nowhere; /v1/marketplaces lists them",
        "/v1/marketplaces/nowhere/supplier-scorecards, Cannot find marketplace nowhere; /v1/marketplaces lists them",
        "/v1/marketplaces/demo/best-sellers?category_id=x, Cannot find category x; /v1/marketplaces/demo/categories lists them",
        "/v1/marketplaces/demo/supplier-scorecards/x, Cannot find scorecards of supplier x; it may have had no parcels and no orders",
        "/v1/marketplaces/demo/supplier-scorecards/u1/events?category_id=c9, Cannot find a scorecard of supplier u1 in category c9 over 30 days; /v1/marketplaces/demo/supplier-scorecards/u1 lists those it has",
        "/v1/marketplaces/demo/supplier-forecasts/x, Cannot find forecasts of supplier x; the marketplace may not know it",
        "/v1/marketplaces/demo/supplier-changes/x, Cannot find changes of supplier x; the marketplace may not know it",
        "/v1/marketplaces/demo/supplier-scores/x, Cannot find a score of supplier x; it may have had no parcels and no orders",
        "/v1/marketplaces/demo/supplier-scores/x/components, Cannot find a score of supplier x; it may have had no parcels and no orders",
        "/v1/marketplaces/demo/supplier-fulfilment/x, Cannot find how supplier x fulfils; it may have had no parcels and no orders",
        "/v1/marketplaces/demo/margin-distributions/x, Cannot find margins of sku x; it may not have been ordered in the last 90 days",
        "/v1/marketplaces/demo/supplier-forecasts/x, Cannot find forecasts of supplier x; the marketplace may not know it"
    })
    void whatIsUnknownSaysSo(String path, String detail) {
        HttpResponse<String> answer = api.get(path, ANALYST);

        assertProblem(answer, 404);
        assertThat(RunningApi.json(answer.body()).at("/detail").asString()).isEqualTo(detail);
    }

    @Test
    void aPathThatIsNotThereIsAProblemToo() {
        assertProblem(api.get("/v1/nowhere", ANALYST), 404);
        assertProblem(api.get("/v1//marketplaces", ANALYST), 400);
    }

    @Test
    void onlyReadingIsAllowed() {
        for (String method : new String[] {"POST", "PUT", "DELETE"}) {
            assertProblem(
                    api.send(HttpRequest.newBuilder(api.uri("/v1/marketplaces"))
                            .header("Authorization", ANALYST.bearer())
                            .method(method, BodyPublishers.ofString("{}"))
                            .build()),
                    405);
        }
    }

    @Test
    void whoWantsAWebPageGetsTheProblemAllTheSame() {
        assertProblem(api.get("/v1/marketplaces/nowhere/categories", ANALYST, "Accept", "text/html"), 404);
    }

    @Test
    void withoutAnythingPublishedOneIsAskedToComeBack(@TempDir Path folder) {
        try (RunningApi empty = RunningApi.startUnpublished(folder)) {
            assertComeBack(empty.get("/v1/freshness", ANALYST), "none are published yet");
        }
    }

    @Test
    void withoutClickHouseOneIsAskedToComeBack(@TempDir Path folder) throws Exception {
        try (RunningApi stopped = RunningApi.start(folder)) {
            assertThat(stopped.get("/v1/freshness", ANALYST).statusCode()).isEqualTo(200);
            stopped.stopClickHouse();

            assertComeBack(stopped.get("/v1/freshness", ANALYST), "Cannot reach the figures");
            assertComeBack(stopped.get("/v1/marketplaces/demo/best-sellers", ANALYST), "Cannot reach the figures");
            assertThat(stopped.get("/actuator/health", null).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aSecretThatIsTooShortIsSaidAtTheStart() {
        assertThatThrownBy(() -> RunningApi.run("--server.port=0", "--sourcelens.jwt-secret=short")
                        .close())
                .rootCause()
                .hasMessage("Cannot check tokens: SOURCELENS_JWT_SECRET has 5 bytes; set one of at least 32");
    }

    private static void assertComeBack(HttpResponse<String> answer, String detail) {
        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains(detail).doesNotContain("clickhouse", "SELECT");
    }
}
