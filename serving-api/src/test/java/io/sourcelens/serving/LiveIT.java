/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import static io.sourcelens.serving.TenancyIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The last minutes' figures, over the rows that {@link Rows} wrote as of a moment ago. */
@ExtendWith(ApiExtension.class)
class LiveIT {
    private static final String LIST = "/v1/marketplaces/demo/live/best-sellers";
    private static final Token ANALYST = Token.role("supplier_analyst");
    /** From the insertion of the rows to the last test of this module. */
    private static final double MOST_AGE_SECONDS = 600;

    private final RunningApi api;

    LiveIT(RunningApi api) {
        this.api = api;
    }

    @Test
    void skusAreRankedByTheNewestTotalsOfTheirMinutes() {
        JsonNode answer = answer(LIST + "?window_minutes=60&dimension=sku&limit=20", ANALYST);

        assertThat(answer.at("/currency").asString()).isEqualTo("CNY");
        assertThat(answer.at("/items")).hasSize(2);
        assertItem(answer.at("/items/0"), "s1", 3, 2, 7, 700);
        assertItem(answer.at("/items/1"), "s2", 1, 1, 2, 900);
        assertThat(answer.at("/items/0/name_zh").asString()).isEqualTo("杯");
        assertThat(answer.at("/items/0/category_id").asString()).isEqualTo("c2");
        assertThat(answer.at("/items/1/name_zh").isNull())
                .as("not described yet")
                .isTrue();
    }

    /** An hour and a half ago 60 units of s2 were sold and 50 of s1, which leads now. */
    @Test
    void theRankOfTheHourBeforeStandsBesideThatOfTheLastHour() {
        JsonNode hour = answer(LIST + "?window_minutes=60", ANALYST);
        JsonNode minutes = answer(LIST + "?window_minutes=20", ANALYST);
        JsonNode categories = answer(LIST + "?dimension=category", ANALYST);

        assertThat(hour.at("/items/0/previous_rank").asInt()).isEqualTo(2);
        assertThat(hour.at("/items/1/previous_rank").asInt()).isEqualTo(1);
        assertThat(minutes.at("/items/0/previous_rank").isNull())
                .as("nothing was sold 20 to 40 minutes ago")
                .isTrue();
        assertThat(categories.at("/items/0/previous_rank").asInt()).isEqualTo(1);
    }

    @Test
    void aFigureSaysHowFreshItIs() {
        JsonNode answer = answer(LIST, ANALYST);

        for (String figure : new String[] {"", "/items/0"}) {
            Instant asOf = Instant.parse(answer.at(figure + "/as_of").asString());
            double age = answer.at(figure + "/age_seconds").asDouble();
            assertThat(age).isBetween(0.0, MOST_AGE_SECONDS);
            Instant end = Instant.parse(answer.at("/window_end").asString());
            assertThat(Duration.between(asOf, end).toNanos() / 1e9).isEqualTo(age);
        }
        assertThat(api.get(LIST, ANALYST).headers().firstValue("Cache-Control")).hasValue("max-age=1, private");
    }

    @Test
    void aCategoryCountsForAllBelowItAndEveryOrderAndBuyerOnce() {
        JsonNode top = answer(LIST + "?dimension=category", ANALYST);
        JsonNode leaves = answer(LIST + "?dimension=category&category_level=2", ANALYST);

        assertThat(top.at("/items")).hasSize(1);
        assertThat(top.at("/items/0/category_id").asString()).isEqualTo("c1");
        assertThat(top.at("/items/0/orders").asInt()).isEqualTo(3);
        assertThat(top.at("/items/0/buyers").asInt()).isEqualTo(2);
        assertThat(top.at("/items/0/name_en").asString()).isEqualTo("Cups");
        assertThat(leaves.at("/items/0/category_id").asString()).isEqualTo("c2");
        assertThat(leaves.at("/items/0/units").asInt()).isEqualTo(7);
    }

    @Test
    void aMarketplaceWithoutOrdersInTheWindowHasAnEmptyList() {
        JsonNode answer = answer("/v1/marketplaces/retail/live/best-sellers", ANALYST);

        assertThat(answer.at("/items")).isEmpty();
        assertThat(answer.at("/as_of").isNull()).isTrue();
        assertThat(answer.at("/age_seconds").isNull()).isTrue();
    }

    @Test
    void aSellerSeesItsOwnSalesAndNobodyElses() {
        JsonNode mine = answer("/v1/marketplaces/demo/my/live", Token.seller("demo", "A"));

        assertThat(mine.at("/seller_id").asString()).isEqualTo("A");
        assertThat(mine.at("/orders").asInt()).isEqualTo(2);
        assertThat(mine.at("/buyers").asInt()).isEqualTo(1);
        assertThat(mine.at("/units").asInt()).isEqualTo(4);
        assertThat(mine.at("/sale_revenue_minor").asInt()).isEqualTo(400);
        assertThat(answer("/v1/marketplaces/demo/my/live?seller_id=B", Token.seller("demo", "A"))
                        .at("/units")
                        .asInt())
                .isEqualTo(4);
        assertThat(answer("/v1/marketplaces/demo/my/live", Token.seller("demo", "A' OR 1=1 --"))
                        .at("/units")
                        .asInt())
                .isZero();
    }

    @Test
    void liveSalesOfASellerAreForThatSellersTokenAlone() {
        assertProblem(api.get("/v1/marketplaces/demo/my/live", ANALYST), 403);
        assertProblem(api.get("/v1/marketplaces/retail/my/live", Token.seller("demo", "A")), 403);
        assertProblem(
                api.get(
                        "/v1/marketplaces/demo/my/live",
                        Token.seller("demo", "A").without("seller_id")),
                403);
        assertProblem(api.get(LIST, null), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window_minutes=0",
                "window_minutes=61",
                "dimension=seller",
                "category_level=0",
                "limit=101",
                "limit=many"
            })
    void aParameterThatCannotBeIsNamed(String parameter) {
        assertProblem(api.get(LIST + "?" + parameter, ANALYST), 400);
        assertThat(api.get(LIST + "?" + parameter, ANALYST).body()).contains(parameter.replaceFirst("=.*", ""));
    }

    @Test
    void anUnknownMarketplaceIsNotFound() {
        assertProblem(api.get("/v1/marketplaces/nowhere/live/best-sellers", ANALYST), 404);
    }

    private JsonNode answer(String path, Token token) {
        var answer = api.get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningApi.json(answer.body());
    }

    private static void assertItem(JsonNode item, String sku, int orders, int buyers, int units, int revenue) {
        assertThat(item.at("/sku_id").asString()).isEqualTo(sku);
        assertThat(item.at("/orders").asInt()).isEqualTo(orders);
        assertThat(item.at("/buyers").asInt()).isEqualTo(buyers);
        assertThat(item.at("/units").asInt()).isEqualTo(units);
        assertThat(item.at("/sale_revenue_minor").asInt()).isEqualTo(revenue);
    }
}
