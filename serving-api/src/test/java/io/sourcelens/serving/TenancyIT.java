/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what. */
@ExtendWith(ApiExtension.class)
class TenancyIT {
    private static final String MARGIN = "/v1/marketplaces/demo/my/margin";
    private static final Token SELLER = Token.seller("demo", "A");

    private final RunningApi api;

    TenancyIT(RunningApi api) {
        this.api = api;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?seller_id=B",
                "?seller=B&sellerId=B",
                "?seller_id=A&seller_id=B",
                "?from=2026-02-01&to=2026-03-01&seller_id=B"
            })
    void aSellerNeverSeesAnother(String parameters) {
        HttpResponse<String> answer = api.get(MARGIN + parameters, SELLER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"seller_id\":\"A\"", "\"sale_revenue_minor\":4000")
                .doesNotContain("777");
    }

    @Test
    void aSellerOfThatNameOnAnotherMarketplaceIsAnother() {
        assertProblem(api.get("/v1/marketplaces/retail/my/margin", SELLER), 403);
        assertThat(api.get("/v1/marketplaces/retail/my/margin", Token.seller("retail", "B"))
                        .body())
                .contains("\"items\":[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A' OR 1=1 --",
                "A\\' OR 1=1 --",
                "%",
                "' UNION ALL SELECT * FROM mart.x --",
                "{seller_id:String}"
            })
    void aSellerWithAHostileNameSeesNothing(String sellerId) {
        HttpResponse<String> answer = api.get(MARGIN, Token.seller("demo", sellerId));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RunningApi.json(answer.body()).at("/items")).isEmpty();
    }

    @Test
    void aSellersTokenWithoutSellerOrMarketplaceOpensNoMargin() {
        assertProblem(api.get(MARGIN, SELLER.without("seller_id")), 403);
        assertProblem(api.get(MARGIN, SELLER.with("seller_id", "")), 403);
        assertProblem(api.get(MARGIN, SELLER.with("seller_id", List.of("A", "B"))), 403);
        assertProblem(api.get(MARGIN, SELLER.without("marketplace")), 403);
    }

    @ParameterizedTest
    @CsvSource({
        "seller, /v1/marketplaces/demo/supplier-scorecards",
        "seller, /v1/marketplaces/demo/supplier-scorecards/u1",
        "seller, /v1/marketplaces/demo/supplier-scorecards/u1/events",
        "seller, /v1/marketplaces/demo/margin-distributions",
        "seller, /v1/marketplaces/demo/margin-distributions/s1",
        "seller, /v1/marketplaces/demo/intake-opportunities",
        "seller, /v1/marketplaces/demo/intake-opportunities/c1",
        "seller, /v1/marketplaces/demo/intake-candidates",
        "seller, /v1/marketplaces/demo/intake-cohorts",
        "seller, /v1/marketplaces/demo/delist",
        "seller, /v1/marketplaces/demo/supplier-forecasts",
        "seller, /v1/marketplaces/demo/supplier-forecasts/u1",
        "seller, /v1/marketplaces/demo/supplier-changes",
        "seller, /v1/marketplaces/demo/supplier-changes/u1",
        "seller, /v1/marketplaces/demo/supplier-scores",
        "seller, /v1/marketplaces/demo/supplier-scores/u1/components",
        "seller, /v1/marketplaces/demo/supplier-fulfilment",
        "seller, /v1/marketplaces/demo/supplier-fulfilment/u1",
        "supplier_analyst, /v1/marketplaces/demo/my/margin",
        "supplier_analyst, /v1/marketplaces/demo/my/stock-watch",
        "supplier_analyst, /v1/marketplaces/demo/my/alternatives",
        "category_manager, /v1/marketplaces/demo/my/stuck-parcels",
        "category_manager, /v1/marketplaces/demo/my/margin",
        "admin, /v1/marketplaces/demo/best-sellers",
        "SELLER, /v1/freshness",
        "'', /v1/freshness"
    })
    void aRoleSeesWhatIsItsOwn(String role, String path) {
        assertProblem(api.get(path, SELLER.with("role", role)), 403);
    }

    @Test
    void aTokenThatIsNotValidIsRefused() {
        assertRefused(null);
        assertRefused(SELLER.signedWith("another secret, also long enough for HS256"));
        assertRefused(SELLER.with("exp", Date.from(Instant.now().minus(Duration.ofHours(1)))));
        assertRefused(SELLER.without("exp"));
        assertRefused(SELLER.with("nbf", Date.from(Instant.now().plus(Duration.ofHours(1)))));
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String claims = SELLER.bearer().split("\\.")[1];
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        for (String token : List.of(none + "." + claims + ".", claims, "x", "")) {
            HttpResponse<String> answer = api.send(HttpRequest.newBuilder(api.uri(MARGIN))
                    .header("Authorization", "Bearer " + token)
                    .build());
            assertProblem(answer, 401);
        }
    }

    @Test
    void aTokenInTheAddressIsNotRead() {
        String token = SELLER.bearer().substring("Bearer ".length());
        assertProblem(api.get(MARGIN + "?access_token=" + token, null), 401);
    }

    private void assertRefused(Token token) {
        for (String path : List.of(MARGIN, "/v1/freshness", "/v1/marketplaces", "/nowhere")) {
            HttpResponse<String> answer = api.get(path, token);
            assertProblem(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(RunningApi.json(answer.body()).at("/status").asInt()).isEqualTo(status);
    }
}
