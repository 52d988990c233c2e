/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import static io.sourcelens.serving.TenancyIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What needs no token: the description, the web component, what operators watch. And browsers of shops. */
@ExtendWith(ApiExtension.class)
class OpenDoorsIT {
    private final RunningApi api;

    OpenDoorsIT(RunningApi api) {
        this.api = api;
    }

    @Test
    void everyFieldIsDescribedInTheWordsOfTheSchemaFiles() {
        JsonNode schemas = RunningApi.json(api.get("/v3/api-docs", null).body()).at("/components/schemas");

        assertThat(schemas.at("/BestSeller/properties/previous_rank/description")
                        .asString())
                .isEqualTo("Rank in the same list one day before; null if it was not ranked then. (上期名次)");
        assertThat(schemas.at("/MarginRow/properties/refund_minor/type").toString())
                .contains("integer", "null");
        assertThat(undescribed(schemas)).isEmpty();
    }

    @Test
    void everyEndpointIsDescribed() {
        JsonNode paths = RunningApi.json(api.get("/v3/api-docs", null).body()).at("/paths");

        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/marketplaces",
                        "/v1/marketplaces/{marketplace}/categories",
                        "/v1/marketplaces/{marketplace}/best-sellers",
                        "/v1/marketplaces/{marketplace}/movers",
                        "/v1/marketplaces/{marketplace}/best-match-groups",
                        "/v1/marketplaces/{marketplace}/trending",
                        "/v1/marketplaces/{marketplace}/track-record",
                        "/v1/marketplaces/{marketplace}/supplier-scorecards",
                        "/v1/marketplaces/{marketplace}/supplier-scorecards/{supplier_id}",
                        "/v1/marketplaces/{marketplace}/supplier-scorecards/{supplier_id}/events",
                        "/v1/marketplaces/{marketplace}/supplier-forecasts",
                        "/v1/marketplaces/{marketplace}/supplier-forecasts/{supplier_id}",
                        "/v1/marketplaces/{marketplace}/supplier-changes",
                        "/v1/marketplaces/{marketplace}/supplier-changes/{supplier_id}",
                        "/v1/marketplaces/{marketplace}/supplier-scores",
                        "/v1/marketplaces/{marketplace}/supplier-scores/{supplier_id}",
                        "/v1/marketplaces/{marketplace}/supplier-scores/{supplier_id}/components",
                        "/v1/marketplaces/{marketplace}/supplier-fulfilment",
                        "/v1/marketplaces/{marketplace}/supplier-fulfilment/{supplier_id}",
                        "/v1/marketplaces/{marketplace}/margin-distributions",
                        "/v1/marketplaces/{marketplace}/margin-distributions/{sku_id}",
                        "/v1/marketplaces/{marketplace}/intake-opportunities",
                        "/v1/marketplaces/{marketplace}/intake-opportunities/{category_id}",
                        "/v1/marketplaces/{marketplace}/intake-candidates",
                        "/v1/marketplaces/{marketplace}/intake-cohorts",
                        "/v1/marketplaces/{marketplace}/delist",
                        "/v1/marketplaces/{marketplace}/new-arrivals",
                        "/v1/marketplaces/{marketplace}/alternatives",
                        "/v1/marketplaces/{marketplace}/my/alternatives",
                        "/v1/marketplaces/{marketplace}/stock-watch",
                        "/v1/marketplaces/{marketplace}/my/stock-watch",
                        "/v1/marketplaces/{marketplace}/my/stuck-parcels",
                        "/v1/marketplaces/{marketplace}/my/margin",
                        "/v1/marketplaces/{marketplace}/my/live",
                        "/v1/marketplaces/{marketplace}/live/best-sellers",
                        "/v1/freshness");
        assertThat(paths.properties()).allSatisfy(path -> {
            assertThat(path.getValue().at("/get/summary").asString()).isNotBlank();
            assertThat(path.getValue()
                            .at("/get/responses/default/content/application~1problem+json")
                            .isObject())
                    .isTrue();
        });
        assertThat(api.get("/swagger-ui/index.html", null).statusCode()).isEqualTo(200);
    }

    @Test
    void parametersThatListsShareAreDescribedByTheirNames() {
        JsonNode paths = RunningApi.json(api.get("/v3/api-docs", null).body()).at("/paths");

        JsonNode parameters = paths.at("/~1v1~1marketplaces~1{marketplace}~1best-sellers/get/parameters");

        assertThat(parameters.findValuesAsString("name"))
                .contains("marketplace", "window_days", "category_id", "ranked_by", "limit")
                .contains("price_band", "ship_from_province", "tier", "mode", "arrived_within_days");
        assertThat(parameters.toString()).doesNotContain("windowDays", "rankedBy", "priceBand");
        assertThat(parameters.get(1).at("/required").asBoolean()).isFalse();
        assertThat(parameters.get(1).at("/schema/default").asInt()).isEqualTo(7);
    }

    @Test
    void operatorsSeeHealthAndMeters() {
        assertThat(api.get("/actuator/health", null).body()).contains("\"status\":\"UP\"");
        assertThat(api.get("/actuator/prometheus", null).body()).contains("http_server_requests_seconds");
        assertProblem(api.get("/actuator/env", null), 404);
    }

    @Test
    void theWebComponentIsServedAsAScript() {
        HttpResponse<String> answer =
                api.get("/storefront/sourcelens-best-sellers.js", null, "Origin", "https://shop.example");

        assertThat(answer.body()).isEqualTo("export const list = '热销';");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertProblem(api.get("/storefront/other.js", null), 404);
    }

    @Test
    void aShopsPageMayReadWithATokenAndNothingElse() {
        HttpResponse<String> reading = preflight("GET");
        assertThat(reading.statusCode()).isEqualTo(200);
        assertThat(reading.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(reading.headers().firstValue("Access-Control-Allow-Headers")).hasValue("authorization");
        assertThat(reading.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(preflight("POST").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> preflight(String method) {
        return api.send(HttpRequest.newBuilder(api.uri("/v1/marketplaces/demo/best-sellers"))
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());
    }

    private static List<String> undescribed(JsonNode schemas) {
        List<String> names = new ArrayList<>();
        schemas.properties().stream()
                .filter(schema -> !schema.getKey().equals("ProblemDetail"))
                .forEach(schema -> schema.getValue().at("/properties").properties().stream()
                        .filter(property ->
                                property.getValue().at("/description").isMissingNode())
                        .forEach(property -> names.add(schema.getKey() + "." + property.getKey())));
        return names;
    }
}
