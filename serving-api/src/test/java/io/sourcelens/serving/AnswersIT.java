/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each endpoint answers, to the last field. */
@ExtendWith(ApiExtension.class)
class AnswersIT {
    private static final Token ANALYST = Token.role("supplier_analyst");
    private static final Token MANAGER = Token.role("category_manager");

    private final RunningApi api;

    AnswersIT(RunningApi api) {
        this.api = api;
    }

    @Test
    void marketplaces() {
        assertAnswer("/v1/marketplaces", ANALYST, """
                {"items": [
                  {"marketplace": "demo", "name": "Demo 货源站", "currency": "CNY", "time_zone": "Asia/Shanghai",
                   "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7"},
                  {"marketplace": "retail", "name": "Retail", "currency": "GBP", "time_zone": "Europe/London",
                   "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7"}]}""");
    }

    @Test
    void categories() {
        assertAnswer("/v1/marketplaces/demo/categories", MANAGER, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"category_id": "c1", "parent_category_id": null, "level": 1, "name_zh": "杯子", "name_en": "Cups"},
                  {"category_id": "c2", "parent_category_id": "c1", "level": 2, "name_zh": "茶杯", "name_en": null}]}""");
    }

    @Test
    void bestSellers() {
        assertAnswer(
                "/v1/marketplaces/demo/best-sellers?window_days=7&category_id=all&ranked_by=units&limit=20",
                Token.seller("demo", "A"),
                """
                {"marketplace": "demo", "window_days": 7, "category_id": "all", "ranked_by": "units", "currency": "CNY",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 0.9375, "items": [
                  {"rank": 1, "previous_rank": 3, "previous_week_rank": 2, "days_on_list": 8, "first_seen_day": "2026-02-20", "sku_id": "s1", "name_zh": "杯", "name_en": "cup",
                   "match_group_id": "g1", "supplier_id": "u1", "orders": 9, "units": 12, "sale_revenue_minor": 12345},
                  {"rank": 2, "previous_rank": null, "previous_week_rank": 7, "days_on_list": 1, "first_seen_day": null, "sku_id": "s2", "name_zh": null, "name_en": null,
                   "match_group_id": null, "supplier_id": null, "orders": 5, "units": 6,
                   "sale_revenue_minor": 9007199254740993}]}""");
    }

    @Test
    void moversComeByTheRanksTheyGained() {
        assertThat(RunningApi.json(
                                api.get("/v1/marketplaces/demo/movers", ANALYST).body())
                        .at("/items")
                        .findValuesAsString("sku_id"))
                .containsExactly("s2", "s1");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/movers?since_days=1", ANALYST)
                                .body())
                        .at("/items")
                        .findValuesAsString("sku_id"))
                .containsExactly("s1");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/movers?ranked_by=revenue", ANALYST)
                                .body())
                        .at("/items")
                        .findValuesAsString("sku_id"))
                .as("s3 gained 78 ranks by two orders")
                .containsExactly("s1");
    }

    @Test
    void aListWithinAFilterIsRankedAmongTheSkusThatMeetIt() {
        assertAnswer("/v1/marketplaces/demo/best-sellers?tier=D", ANALYST, """
                {"marketplace": "demo", "window_days": 7, "category_id": "all", "ranked_by": "units", "currency": "CNY",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 0.9375, "items": [
                  {"rank": 1, "previous_rank": 1, "previous_week_rank": null, "days_on_list": null, "first_seen_day": null,
                   "sku_id": "s3", "name_zh": "碗", "name_en": "bowl", "match_group_id": null, "supplier_id": "u3",
                   "orders": 2, "units": 2, "sale_revenue_minor": 20000}]}""");
        assertThat(skus("/v1/marketplaces/demo/best-sellers?mode=dropship", ANALYST))
                .containsExactly("s1", "s2", "s3");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/best-sellers?mode=wholesale", ANALYST)
                                .body())
                        .at("/items/0/units")
                        .asInt())
                .isEqualTo(4);
        assertThat(skus("/v1/marketplaces/demo/best-sellers?ship_from_province=%E6%B5%99%E6%B1%9F", MANAGER))
                .containsExactly("s3");
        assertThat(skus("/v1/marketplaces/demo/best-sellers?arrived_within_days=30", MANAGER))
                .containsExactly("s1");
        assertThat(skus("/v1/marketplaces/demo/movers?mode=dropship", ANALYST)).containsExactly("s1");
    }

    @Test
    void priceBandsAreThoseOfTheCategoryThatIsAskedFor() {
        assertThat(skus("/v1/marketplaces/demo/best-sellers?price_band=2", ANALYST))
                .containsExactly("s3");
        assertThat(skus("/v1/marketplaces/demo/best-sellers?price_band=1&category_id=c1", ANALYST))
                .as("c2 is below c1")
                .containsExactly("s1");
        assertThat(skus("/v1/marketplaces/demo/best-sellers?price_band=1&category_id=c2", ANALYST))
                .containsExactly("s1");
    }

    @Test
    void aFilterSelectsPlacesOfTheTrendingList() {
        assertThat(skus("/v1/marketplaces/demo/trending?ship_from_province=%E5%B9%BF%E4%B8%9C", ANALYST))
                .containsExactly("s1");
    }

    @Test
    void matchGroups() {
        assertAnswer("/v1/marketplaces/demo/best-match-groups", MANAGER, """
                {"marketplace": "demo", "window_days": 7, "category_id": "all", "ranked_by": "units", "currency": "CNY",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 0.9375, "items": [
                  {"rank": 1, "previous_rank": 2, "previous_week_rank": null, "days_on_list": 3, "match_group_id": "g1",
                   "name_zh": "杯", "name_en": "cup", "skus": 2, "suppliers": 2, "orders": 14, "units": 18,
                   "sale_revenue_minor": 22345}]}""");
    }

    @Test
    void bestSellersOfACategoryWithoutSalesAreNone() {
        assertAnswer(
                "/v1/marketplaces/demo/best-sellers?window_days=30&category_id=c2&ranked_by=revenue&limit=1",
                MANAGER,
                """
                {"marketplace": "demo", "window_days": 30, "category_id": "c2", "ranked_by": "revenue", "currency": "CNY",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": null, "items": []}""");
    }

    @Test
    void bestSellersAreTheTopOfTheList() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/best-sellers?limit=1", ANALYST)
                                .body())
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void aListThatDidNotChangeIsNotSentAgain() {
        HttpResponse<String> first = api.get("/v1/marketplaces/demo/best-sellers", ANALYST);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = api.get("/v1/marketplaces/demo/best-sellers", ANALYST, "If-None-Match", tag);

        assertThat(tag).isEqualTo("\"run-7\"");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("max-age=10, private");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void scorecardsComeThoseFirstThatAreLateForCertain() {
        assertAnswer("/v1/marketplaces/demo/supplier-scorecards?window_days=30&category_id=all&limit=2", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 0.5, "items": [
                  {"supplier_id": "u3", "supplier_name": "Works", "category_id": "all", "window_days": 30,
                   "parcels_due": 20, "parcels_late": 9, "parcels_not_scanned": 2,
                   "late_dispatch_rate_raw": 0.45, "late_dispatch_rate": 0.4,
                   "late_dispatch_rate_low": 0.3, "late_dispatch_rate_high": 0.6,
                   "order_lines": 0, "defect_lines": 0, "defect_rate_raw": null, "defect_rate": null,
                   "defect_rate_low": null, "defect_rate_high": null, "maturity": 0.0,
                   "defect_reported": null, "defect_rate_expected": null, "defect_rate_expected_low": null,
                   "defect_rate_expected_high": null},
                  {"supplier_id": "u1", "supplier_name": "工厂一", "category_id": "all", "window_days": 30,
                   "parcels_due": 10, "parcels_late": 1, "parcels_not_scanned": 0,
                   "late_dispatch_rate_raw": 0.1, "late_dispatch_rate": 0.11,
                   "late_dispatch_rate_low": 0.05, "late_dispatch_rate_high": 0.2,
                   "order_lines": 30, "defect_lines": 3, "defect_rate_raw": 0.1, "defect_rate": 0.09,
                   "defect_rate_low": 0.04, "defect_rate_high": 0.2, "maturity": 0.5,
                   "defect_reported": 0.8, "defect_rate_expected": 0.125, "defect_rate_expected_low": 0.05,
                   "defect_rate_expected_high": 0.25}]}""");
    }

    @Test
    void scorecardOfOneSupplierWithoutParcelsHasNoRate() {
        assertAnswer("/v1/marketplaces/demo/supplier-scorecards/u2", MANAGER, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 1.0, "items": [
                  {"supplier_id": "u2", "supplier_name": null, "category_id": "all", "window_days": 30,
                   "parcels_due": 0, "parcels_late": 0, "parcels_not_scanned": 0,
                   "late_dispatch_rate_raw": null, "late_dispatch_rate": null,
                   "late_dispatch_rate_low": null, "late_dispatch_rate_high": null,
                   "order_lines": 10, "defect_lines": 0, "defect_rate_raw": 0.0, "defect_rate": 0.02,
                   "defect_rate_low": 0.01, "defect_rate_high": 0.1, "maturity": 1.0,
                   "defect_reported": null, "defect_rate_expected": null, "defect_rate_expected_low": null,
                   "defect_rate_expected_high": null}]}""");
    }

    @Test
    void forecastsComeThoseFirstThatWillBeLateForCertain() {
        assertAnswer("/v1/marketplaces/demo/supplier-forecasts?target=late_dispatch&horizon_days=30", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"supplier_id": "u3", "supplier_name": "Works", "target": "late_dispatch", "horizon_days": 30,
                   "probability": 0.4, "rate_low": 0.25, "rate_high": 0.6, "parcels_expected": 20.0,
                   "parcels_due": 60, "parcels_late": 25, "maturity": 1.0, "evidence_days": 90, "reason": null},
                  {"supplier_id": "u1", "supplier_name": "工厂一", "target": "late_dispatch", "horizon_days": 30,
                   "probability": 0.1, "rate_low": 0.0, "rate_high": 0.3, "parcels_expected": 12.5,
                   "parcels_due": 40, "parcels_late": 3, "maturity": 1.0, "evidence_days": 90, "reason": null},
                  {"supplier_id": "u2", "supplier_name": null, "target": "late_dispatch", "horizon_days": 30,
                   "probability": null, "rate_low": null, "rate_high": null, "parcels_expected": 0.0,
                   "parcels_due": 0, "parcels_late": 0, "maturity": null, "evidence_days": 90, "reason": "no_recent_parcels"}]}""");
    }

    @Test
    void defectsAreForecastOfLinesOfWhichSomeAreStillToReportThem() {
        assertAnswer("/v1/marketplaces/demo/supplier-forecasts?target=defect&horizon_days=90", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"supplier_id": "u1", "supplier_name": "工厂一", "target": "defect", "horizon_days": 90,
                   "probability": 0.05, "rate_low": 0.02, "rate_high": 0.09, "parcels_expected": 80.0,
                   "parcels_due": 120, "parcels_late": 4, "maturity": 0.9, "evidence_days": 90, "reason": null}]}""");
    }

    @Test
    void forecastsOfOneSupplier() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/supplier-forecasts/u1", MANAGER)
                                .body())
                        .at("/items")
                        .findValuesAsString("target"))
                .containsExactly("defect", "late_delivery", "late_dispatch");
    }

    @Test
    void eventsOfAScorecardAreThoseOfItsWindowAndAsManyAsItSays() {
        assertAnswer("/v1/marketplaces/demo/supplier-scorecards/u1/events", ANALYST, """
                {"marketplace": "demo", "supplier_id": "u1", "category_id": "all", "target": "late_dispatch",
                 "window_days": 30, "window_start": "2026-01-31", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7",
                 "scorecard_count": 1, "events": 1, "reason": null, "items": [
                  {"day": "2026-02-28", "order_id": "o2", "item_id": "p2", "promised_dispatch_at": "2026-02-28T04:00:00Z",
                   "first_scanned_at": null, "hours_late": null, "reason": null, "opened_at": null}]}""");
        assertAnswer(
                "/v1/marketplaces/demo/supplier-scorecards/u1/events?target=defect&category_id=all&limit=1",
                MANAGER,
                """
                {"marketplace": "demo", "supplier_id": "u1", "category_id": "all", "target": "defect",
                 "window_days": 30, "window_start": "2026-01-31", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7",
                 "scorecard_count": 3, "events": 3, "reason": null, "items": [
                  {"day": "2026-02-20", "order_id": "o4", "item_id": "l4", "promised_dispatch_at": null,
                   "first_scanned_at": null, "hours_late": null, "reason": "damaged", "opened_at": "2026-02-23T04:00:00Z"}]}""");
        assertThat(RunningApi.json(
                                api.get("/v1/marketplaces/demo/supplier-scorecards/u1/events?window_days=90", ANALYST)
                                        .body())
                        .at("/items")
                        .findValuesAsString("item_id"))
                .containsExactly("p2", "p1");
    }

    @Test
    void eventsOfWhatIsNotKnownAreNull() {
        assertAnswer("/v1/marketplaces/retail/supplier-scorecards/v1/events", ANALYST, """
                {"marketplace": "retail", "supplier_id": "v1", "category_id": "all", "target": "late_dispatch",
                 "window_days": 30, "window_start": "2026-01-31", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7",
                 "scorecard_count": 12, "events": null, "reason": "no_scans", "items": []}""");
        assertThat(RunningApi.json(
                                api.get("/v1/marketplaces/retail/supplier-scorecards/v1/events?target=defect", ANALYST)
                                        .body())
                        .at("/reason")
                        .asString())
                .isEqualTo("no_cases");
    }

    @Test
    void changesAreAlarmsAlone() {
        assertAnswer("/v1/marketplaces/demo/supplier-changes", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"supplier_id": "u1", "supplier_name": "工厂一", "target": "late_dispatch", "alarm": true,
                   "direction": "worse", "since_day": "2026-02-02", "since_day_low": "2026-01-26",
                   "since_day_high": "2026-02-09", "by_chance": 0.001, "false_alarm_share": 0.002, "weeks": 26,
                   "counted_before": 400, "events_before": 40, "expected_before": 44.5,
                   "counted_since": 80, "events_since": 24, "expected_since": 9.0,
                   "last_day": "2026-02-28", "reason": null}]}""");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/supplier-changes/u2", MANAGER)
                                .body())
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("too_little_evidence");
    }

    @Test
    void scoresComeThoseFirstThatAreBadForCertain() {
        assertAnswer("/v1/marketplaces/demo/supplier-scores?limit=2", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"supplier_id": "u3", "supplier_name": "Works", "category_id": "all", "window_days": 90,
                   "score": 40.0, "score_low": 30.0, "score_high": 49.0, "tier": "D", "tier_reason": null,
                   "weight_known": 1.0, "weight_supported": 1.0, "evidence": 60, "maturity": 0.75,
                   "costliest_component": "defect", "costliest_points_lost": 25.0, "weights_version": "1"},
                  {"supplier_id": "u1", "supplier_name": "工厂一", "category_id": "all", "window_days": 90,
                   "score": 85.5, "score_low": 72.25, "score_high": 91.5, "tier": "B", "tier_reason": null,
                   "weight_known": 1.0, "weight_supported": 0.85, "evidence": 12, "maturity": 0.75,
                   "costliest_component": "late_dispatch", "costliest_points_lost": 7.0, "weights_version": "1"}]}""");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/supplier-scores?tier=unrated", MANAGER)
                                .body())
                        .at("/items")
                        .findValuesAsString("tier_reason"))
                .containsExactly("little_known");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/supplier-scores/u1", MANAGER)
                                .body())
                        .at("/items")
                        .findValuesAsString("tier"))
                .containsExactly("C", "B");
    }

    @Test
    void whatCostsASupplierMostComesFirst() {
        assertAnswer("/v1/marketplaces/demo/supplier-scores/u1/components", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"component": "late_dispatch", "estimate": 0.05, "estimate_low": 0.025, "estimate_high": 0.1,
                   "evidence": 40, "maturity": null, "best": 0.0, "worst": 0.25, "points_most": 35.0, "points": 28.0,
                   "points_low": 21.0, "points_high": 31.5, "points_lost": 7.0, "reason": null, "weights_version": "1"},
                  {"component": "defect", "estimate": 0.02, "estimate_low": 0.01, "estimate_high": 0.04,
                   "evidence": 60, "maturity": 0.75, "best": 0.0, "worst": 0.1, "points_most": 25.0, "points": 20.0,
                   "points_low": 15.0, "points_high": 22.5, "points_lost": 5.0, "reason": null, "weights_version": "1"},
                  {"component": "late_transit", "estimate": null, "estimate_low": null, "estimate_high": null,
                   "evidence": 0, "maturity": null, "best": 0.0, "worst": 0.2, "points_most": null, "points": null,
                   "points_low": null, "points_high": null, "points_lost": null, "reason": "no_lane",
                   "weights_version": "1"}]}""");
    }

    @Test
    void fulfilmentComesThoseFirstThatDoBadlyForCertain() {
        assertAnswer("/v1/marketplaces/demo/supplier-fulfilment?measure=dispatched_within_48_hours", ANALYST, """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"supplier_id": "u3", "supplier_name": "Works", "category_id": "all", "window_days": 30,
                   "measure": "dispatched_within_48_hours", "unit": "share", "estimate": 0.7, "estimate_low": 0.5,
                   "estimate_high": 0.9, "observed": null, "expected": null, "evidence": 20, "events": 14,
                   "censored": 0, "cancelled": 0, "maturity": 1.0, "reason": null},
                  {"supplier_id": "u1", "supplier_name": "工厂一", "category_id": "all", "window_days": 30,
                   "measure": "dispatched_within_48_hours", "unit": "share", "estimate": 0.9, "estimate_low": 0.8,
                   "estimate_high": 0.95, "observed": null, "expected": null, "evidence": 40, "events": 36,
                   "censored": 1, "cancelled": 3, "maturity": 0.975, "reason": null},
                  {"supplier_id": "u2", "supplier_name": null, "category_id": "all", "window_days": 30,
                   "measure": "dispatched_within_48_hours", "unit": "share", "estimate": null, "estimate_low": null,
                   "estimate_high": null, "observed": null, "expected": null, "evidence": 0, "events": 0,
                   "censored": 0, "cancelled": 0, "maturity": null, "reason": "no_evidence"}]}""");
    }

    @Test
    void fulfilmentOfOneSupplierInEveryWindowAndCategory() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/supplier-fulfilment/u1", MANAGER)
                                .body())
                        .at("/items")
                        .findValuesAsString("measure"))
                .containsExactly("dispatched_within_48_hours", "transit_hours_against_peers", "no_stock_cancel");
    }

    @Test
    void stockOfTheSkusThatTheSellerLists() {
        assertAnswer("/v1/marketplaces/demo/my/stock-watch", Token.seller("demo", "A"), """
                {"marketplace": "demo", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"sku_id": "s1", "supplier_id": "u1", "name_zh": "杯", "name_en": "cup", "category_id": "c2",
                   "stock_units": 40, "stock_recorded_at": "2026-03-01T01:05:06Z", "stock_age_hours": 3.0,
                   "units": 56, "available_days": 28.0, "known_days": 28, "refills": 4, "no_stock_lines": 0,
                   "units_per_day": 2.0, "days_of_cover": 20.0, "days_of_cover_low": 12.5, "days_of_cover_high": 30.0,
                   "stock_out_probability": 0.125, "status": "ok", "status_since": null, "cases": 2000,
                   "out_of_stock_days": 0.0, "no_stock_units": 0, "lost_units": 0.0, "lost_units_low": 0.0, "lost_units_high": 0.0}]}""");
        assertThat(skus("/v1/marketplaces/demo/my/stock-watch", Token.seller("demo", "B")))
                .containsExactly("s2", "s1");
        assertThat(skus("/v1/marketplaces/retail/my/stock-watch", Token.seller("retail", "A")))
                .as("of another marketplace, which delivers no stock levels")
                .isEmpty();
        assertThat(skus("/v1/marketplaces/demo/stock-watch?supplier_id=u1&limit=1", ANALYST))
                .containsExactly("s2");
        assertThat(skus("/v1/marketplaces/demo/stock-watch?supplier_id=u2", ANALYST))
                .isEmpty();
    }

    @Test
    void alternativesOfASkuSayWhatAChangeGains() {
        assertAnswer("/v1/marketplaces/demo/alternatives?sku_id=s2&limit=1", ANALYST, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7",
                 "items": [
                  {"sku_id": "s2", "supplier_id": "u1", "alternative_sku_id": "s7",
                   "alternative_supplier_id": "u3", "alternative_supplier_name": "Works", "rank": 1,
                   "advice": "stand_in", "reason": null, "at_risk": "stock", "name_zh": "乙", "name_en": "B",
                   "category_id": null, "match_group_id": "g2", "expected_gain_minor": 12.5,
                   "expected_gain_low_minor": -40.25, "expected_gain_high_minor": 60.0,
                   "price_gain_minor": 100.0, "freight_gain_minor": -50.0, "late_gain_minor": -30.0,
                   "defect_gain_minor": -7.5, "evidence": 12, "supply_price_minor": 900, "freight_minor": 300.5,
                   "freight_basis": "sku", "freight_order_lines": 40, "late_delivery_probability": 0.2,
                   "defect_rate_expected": 0.125, "tier": "B", "stock_units": 0, "stock_out_probability": 1.0,
                   "stock_status": "out", "alternative_supply_price_minor": 800,
                   "alternative_freight_minor": 350.5, "alternative_freight_basis": "category",
                   "alternative_freight_order_lines": 12, "alternative_late_delivery_probability": 0.4,
                   "alternative_defect_rate_expected": 0.25, "alternative_tier": "C",
                   "alternative_stock_units": 70, "alternative_stock_out_probability": 0.125,
                   "alternative_stock_status": "ok"}]}""");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/alternatives", ANALYST)
                                .body())
                        .at("/items")
                        .findValuesAsString("advice"))
                .containsExactly("switch", "stand_in", "not_enough_data");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/alternatives?advice=not_enough_data", ANALYST)
                                .body())
                        .at("/items")
                        .findValuesAsString("reason"))
                .containsExactly("no_freight");
    }

    @Test
    void betterAlternativesOfTheSkusThatTheSellerLists() {
        assertThat(skus("/v1/marketplaces/demo/my/alternatives", Token.seller("demo", "A")))
                .containsExactly("s1");
        assertThat(skus("/v1/marketplaces/demo/my/alternatives", Token.seller("demo", "B")))
                .containsExactly("s1", "s2");
    }

    private List<String> skus(String path, Token token) {
        return RunningApi.json(api.get(path, token).body()).at("/items").findValuesAsString("sku_id");
    }

    @Test
    void stuckParcelsOfTheSellerWhoAsks() {
        assertAnswer("/v1/marketplaces/demo/my/stuck-parcels", Token.seller("demo", "A"), """
                {"marketplace": "demo", "seller_id": "A", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7",
                 "items": [
                  {"parcel_id": "p2", "order_id": "o2", "supplier_id": "u1", "carrier": null, "ship_from_province": null,
                   "ship_to_province": null, "reason": "dispatch_overdue", "created_at": "2026-02-19T00:00:00Z",
                   "promised_dispatch_at": "2026-03-01T00:05:06Z", "promised_delivery_at": null,
                   "last_scanned_at": null, "hours_since_scan": null, "hours_overdue": 4.0, "limit_hours": null,
                   "limit_scope": "marketplace", "limit_gaps": 0},
                  {"parcel_id": "p1", "order_id": "o1", "supplier_id": "u1", "carrier": "SF",
                   "ship_from_province": "Zhejiang", "ship_to_province": "Hunan", "reason": "no_scan",
                   "created_at": "2026-02-20T00:00:00Z", "promised_dispatch_at": "2026-02-22T00:00:00Z",
                   "promised_delivery_at": "2026-02-28T00:00:00Z", "last_scanned_at": "2026-02-27T04:05:06Z",
                   "hours_since_scan": 48.0, "hours_overdue": null, "limit_hours": 30.0, "limit_scope": "lane",
                   "limit_gaps": 900}]}""");
    }

    @Test
    void marginOfTheSellerWhoAsks() {
        assertAnswer("/v1/marketplaces/demo/my/margin?from=2026-02-01&to=2026-03-01", Token.seller("demo", "A"), """
                {"marketplace": "demo", "seller_id": "A", "from": "2026-02-01", "to": "2026-03-01", "currency": "CNY",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 0.25,
                 "totals": {"order_lines": 4, "cancelled_order_lines": 1, "units": 5, "sale_revenue_minor": 5000,
                   "supply_cost_minor": 3100, "freight_minor": 400, "platform_fee_minor": 100, "payment_fee_minor": 30,
                   "promotion_minor": 50, "refund_minor": 1000, "return_reship_freight_minor": 150,
                   "contribution_minor": 170, "settled_order_lines": 1},
                 "items": [
                  {"day": "2026-02-01", "sku_id": "s1", "name_zh": "杯", "name_en": "cup", "category_id": "c2",
                   "supplier_id": "u1", "order_lines": 1, "cancelled_order_lines": 0, "units": 1,
                   "sale_revenue_minor": 1000, "supply_cost_minor": 600, "freight_minor": 100,
                   "platform_fee_minor": 20, "payment_fee_minor": 6, "promotion_minor": 0, "refund_minor": 1000,
                   "return_reship_freight_minor": 150, "contribution_minor": -876, "settled_order_lines": 1,
                   "maturity": 1.0},
                  {"day": "2026-03-01", "sku_id": "s1", "name_zh": "杯", "name_en": "cup", "category_id": "c2",
                   "supplier_id": "u1", "order_lines": 3, "cancelled_order_lines": 1, "units": 4,
                   "sale_revenue_minor": 4000, "supply_cost_minor": 2500, "freight_minor": 300,
                   "platform_fee_minor": 80, "payment_fee_minor": 24, "promotion_minor": 50, "refund_minor": 0,
                   "return_reship_freight_minor": 0, "contribution_minor": 1046, "settled_order_lines": 0,
                   "maturity": 0.0}]}""");
    }

    @Test
    void marginIsNullWhereTheMarketplaceDoesNotDeliverAPart() {
        assertAnswer("/v1/marketplaces/retail/my/margin", Token.seller("retail", "A"), """
                {"marketplace": "retail", "seller_id": "A", "from": "2026-01-31", "to": "2026-03-01", "currency": "GBP",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "maturity": 1.0,
                 "totals": {"order_lines": 1, "cancelled_order_lines": 0, "units": 2, "sale_revenue_minor": 500,
                   "supply_cost_minor": null, "freight_minor": null, "platform_fee_minor": null,
                   "payment_fee_minor": null, "promotion_minor": null, "refund_minor": null,
                   "return_reship_freight_minor": null, "contribution_minor": null, "settled_order_lines": 1},
                 "items": [
                  {"day": "2026-03-01", "sku_id": "s9", "name_zh": null, "name_en": "mug", "category_id": null,
                   "supplier_id": null, "order_lines": 1, "cancelled_order_lines": 0, "units": 2,
                   "sale_revenue_minor": 500, "supply_cost_minor": null, "freight_minor": null,
                   "platform_fee_minor": null, "payment_fee_minor": null, "promotion_minor": null,
                   "refund_minor": null, "return_reship_freight_minor": null, "contribution_minor": null,
                   "settled_order_lines": 1, "maturity": 1.0}]}""");
    }

    @Test
    void distributionsComeThoseFirstThatLoseMoneyForCertain() {
        assertAnswer("/v1/marketplaces/demo/margin-distributions", ANALYST, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"sku_id": "s1", "supplier_id": "u1", "settlement": "settled", "name_zh": "杯", "name_en": "cup",
                   "category_id": "c2", "window_start": "2025-12-02", "window_end": "2026-02-13",
                   "order_lines": 20, "cancelled_order_lines": 1, "order_days": 12, "contribution_minor": 5300,
                   "contribution_mean_minor": 265.0, "contribution_mean_low_minor": 201.5,
                   "contribution_mean_high_minor": 328.5, "contribution_p10_minor": -40,
                   "contribution_median_minor": 280, "contribution_p90_minor": 410, "loss_lines": 2,
                   "loss_rate_raw": 0.1, "loss_probability": 0.12, "loss_probability_low": 0.05,
                   "loss_probability_high": 0.2, "reason": null, "maturity": 0.8},
                  {"sku_id": "s2", "supplier_id": "unknown", "settlement": "settled", "name_zh": null, "name_en": null,
                   "category_id": null, "window_start": "2025-12-02", "window_end": "2026-02-13",
                   "order_lines": 3, "cancelled_order_lines": 0, "order_days": 3, "contribution_minor": null,
                   "contribution_mean_minor": null, "contribution_mean_low_minor": null,
                   "contribution_mean_high_minor": null, "contribution_p10_minor": null,
                   "contribution_median_minor": null, "contribution_p90_minor": null, "loss_lines": null,
                   "loss_rate_raw": null, "loss_probability": null, "loss_probability_low": null,
                   "loss_probability_high": null, "reason": "no_costs", "maturity": 1.0}]}""");
    }

    @Test
    void distributionsOfOneSku() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/margin-distributions/s1", MANAGER)
                                .body())
                        .at("/items")
                        .findValuesAsString("settlement"))
                .containsExactly("settled", "estimated");
    }

    @Test
    void opportunitiesComeByTheirScore() {
        assertAnswer("/v1/marketplaces/demo/intake-opportunities", MANAGER, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"category_id": "c1", "price_band": 1, "price_from_minor": 900, "price_to_minor": 1900, "skus": 12,
                   "orders": 100, "previous_orders": 80, "units": 130, "previous_units": 95,
                   "growth": 0.25, "growth_low": -0.05, "growth_high": 0.6, "growth_reason": null,
                   "suppliers": 3, "supplier_hhi": 0.5, "effective_suppliers": 2.0, "sellers_per_sku": 1.5,
                   "contribution_median_minor": 265, "margin_order_lines": 200, "margin_rate": 0.15,
                   "late_delivery_probability": 0.2, "forecast_order_share": 0.75,
                   "lost_sales_units": 12.5, "lost_sales_units_low": 6.0, "lost_sales_units_high": 21.0, "watched_skus": 10,
                   "out_of_stock_days": 8.5, "supplier_orders": 90, "selling_skus": 11, "lost_sales_reason": null,
                   "score": 53.5, "growth_points": 0.0, "margin_points": 12.5, "seller_points": 14.25,
                   "supplier_points": 7.5, "reliability_points": 19.25, "known_weight": 1.0, "weights_version": 1,
                   "window_start": "2026-02-01", "window_end": "2026-02-28"},
                  {"category_id": "c1", "price_band": 2, "price_from_minor": 2000, "price_to_minor": 9900, "skus": 2,
                   "orders": 3, "previous_orders": 4, "units": 3, "previous_units": 4,
                   "growth": null, "growth_low": null, "growth_high": null, "growth_reason": "few_orders",
                   "suppliers": 0, "supplier_hhi": null, "effective_suppliers": null, "sellers_per_sku": null,
                   "contribution_median_minor": null, "margin_order_lines": 0, "margin_rate": null,
                   "late_delivery_probability": null, "forecast_order_share": 0.0,
                   "lost_sales_units": null, "lost_sales_units_low": null, "lost_sales_units_high": null, "watched_skus": 0,
                   "out_of_stock_days": 0.0, "supplier_orders": 0, "selling_skus": 0, "lost_sales_reason": "no_stock_watch",
                   "score": null, "growth_points": null, "margin_points": null, "seller_points": null,
                   "supplier_points": null, "reliability_points": null, "known_weight": 0.0, "weights_version": 1,
                   "window_start": "2026-02-01", "window_end": "2026-02-28"}]}""");
    }

    @Test
    void opportunitiesOfACategoryWithoutOrdersAreNone() {
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/intake-opportunities/c2", ANALYST)
                                .body())
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void candidatesComeByRankWithTheirReasonsInWords() {
        assertAnswer("/v1/marketplaces/demo/intake-candidates", MANAGER, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"kind": "widen", "rank": 1, "match_group_id": "g1", "sku_id": "s1", "name_zh": "杯",
                   "name_en": "cup", "category_id": "c2", "price_band": null, "price_from_minor": 900,
                   "price_to_minor": 1900, "reasons": [{"code": "demand_grows",
                   "zh": "需求增长：近28天100单，前28天50单，增幅25%至200%（90%区间）。",
                   "en": "Demand grows: 100 orders in 28 days after 50 in the 28 before, 25% to 200% more (90 % interval)."}, {"code": "few_sellers",
                   "zh": "分销商少：每个规格1.5家，通常为3家。", "en": "Few sellers share it: 1.5 per sku, where 3 are usual."},
                   {"code": "punctual_suppliers", "zh": "供应商准时：预计10%的包裹迟达，全站为20%。",
                   "en": "Its suppliers are expected to deliver 10% of parcels late, where 20% are usual."},
                   {"code": "leaves_margin", "zh": "有毛利：每个订单行可得2.65 CNY（200个已结算订单行的中位数）。",
                   "en": "An order line leaves 2.65 CNY (median of 200 settled lines)."}], "skus": 2, "orders": 100,
                   "previous_orders": 50, "growth": 1.0, "growth_low": 0.25, "growth_high": 2.0,
                   "growth_false_share": 0.03, "certain_extra_orders": 12.5, "sellers_per_sku": 1.5,
                   "usual_sellers_per_sku": 3.0, "suppliers": 2, "supplier_id": null, "supplier_hhi": 0.5,
                   "late_delivery_probability": 0.1, "usual_late_delivery_probability": 0.2,
                   "forecast_order_share": 1.0, "contribution_median_minor": 265, "margin_order_lines": 200,
                   "watched_skus": 0, "out_of_stock_days": 0.0, "lost_sales_units": null,
                   "lost_sales_units_low": null, "lost_sales_units_high": null, "score": null,
                   "window_start": "2026-02-01", "window_end": "2026-02-28"}]}""");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/intake-candidates?kind=second_source", ANALYST)
                                .body())
                        .at("/items/0/reasons")
                        .findValuesAsString("en"))
                .containsExactly(
                        "One supplier alone has it in the catalogue.",
                        "It was out of stock for 8.2 days of 28, added over its skus; stock-outs and cancellations for lack of"
                                + " stock cost 6 to 21 units (90 % interval).");
        assertThat(RunningApi.json(api.get("/v1/marketplaces/demo/intake-candidates?kind=bring_in", MANAGER)
                                .body())
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void cohortsComeByWeekAndAreNullUntilTheyAreOldEnough() {
        assertAnswer("/v1/marketplaces/demo/intake-cohorts?age_days=30", ANALYST, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"week": "2026-02-16", "age_days": 30, "arrival": "catalogue", "skus": 2, "maturity": 0.0,
                   "reason": "immature", "sold_skus": null, "first_sale_share": null,
                   "earlier_first_sale_share": null, "earlier_first_sale_share_low": null,
                   "earlier_first_sale_share_high": null, "order_lines": null, "units": null, "stocked_skus": null,
                   "stocked_units": null, "sell_through": null, "earlier_sell_through": null,
                   "earlier_sell_through_low": null, "earlier_sell_through_high": null, "seller_skus": null,
                   "repeat_seller_skus": null, "repeat_share": null, "earlier_repeat_share": null,
                   "earlier_repeat_share_low": null, "earlier_repeat_share_high": null, "contribution_minor": null,
                   "settled_share": null, "contribution_per_sku_minor": null,
                   "earlier_contribution_per_sku_minor": null, "earlier_contribution_per_sku_low_minor": null,
                   "earlier_contribution_per_sku_high_minor": null, "earlier_cohorts": 2},
                  {"week": "2026-01-26", "age_days": 30, "arrival": "catalogue", "skus": 4, "maturity": 1.0,
                   "reason": null, "sold_skus": 3, "first_sale_share": 0.75, "earlier_first_sale_share": 0.5,
                   "earlier_first_sale_share_low": 0.25, "earlier_first_sale_share_high": 0.8, "order_lines": 20,
                   "units": 30, "stocked_skus": 2, "stocked_units": 30, "sell_through": 0.5,
                   "earlier_sell_through": 0.4, "earlier_sell_through_low": null, "earlier_sell_through_high": null,
                   "seller_skus": 8, "repeat_seller_skus": 2, "repeat_share": 0.25, "earlier_repeat_share": null,
                   "earlier_repeat_share_low": null, "earlier_repeat_share_high": null, "contribution_minor": 4000,
                   "settled_share": 0.9, "contribution_per_sku_minor": 1000.0,
                   "earlier_contribution_per_sku_minor": null, "earlier_contribution_per_sku_low_minor": null,
                   "earlier_contribution_per_sku_high_minor": null, "earlier_cohorts": 1}]}""");
    }

    @Test
    void theTailComesByRankWithWhatItsRemovalCosts() {
        assertAnswer("/v1/marketplaces/demo/delist?limit=5", MANAGER, """
                {"marketplace": "demo", "currency": "CNY", "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"rank": 1, "sku_id": "s9", "name_zh": null, "name_en": "mug", "category_id": "c2",
                   "supplier_id": "u1", "arrived_day": "2025-10-01", "age_days": 150, "listings": 0,
                   "recent_order_lines": 1, "order_lines": 2, "order_line_share": 0.01, "units": 2,
                   "sale_revenue_minor": 2000, "contribution_minor": -150, "settled_share": 1.0,
                   "cancelled_order_lines": 0, "refund_minor": 1000, "season": "unknown", "season_order_lines": null,
                   "reasons": [{"code": "few_orders", "zh": "近60天只有1个订单行，已上架150天。",
                   "en": "Only 1 order lines in the last 60 days; it has been there for 150 days."},
                   {"code": "loses_money", "zh": "近90天订单行的毛利为-1.50 CNY。",
                   "en": "Its order lines of 90 days left -1.50 CNY."}, {"code": "not_listed", "zh": "没有分销商在架销售。",
                   "en": "No seller lists it."}, {"code": "refunds_exceed_tenth",
                   "zh": "近90天销售额20.00 CNY，退款10.00 CNY。",
                   "en": "Refunds of 10.00 CNY on sales of 20.00 CNY in 90 days."}], "tail_skus": 7,
                   "cumulative_order_line_share": 0.01, "cumulative_contribution_minor": -150,
                   "window_start": "2025-12-01", "window_end": "2026-02-28"}]}""");
    }

    @Test
    void newArrivalsAreBestSellersThatEnteredTheCatalogueLately() {
        assertThat(skus("/v1/marketplaces/demo/new-arrivals", Token.seller("demo", "A")))
                .containsExactly("s1");
        assertThat(skus("/v1/marketplaces/demo/new-arrivals?within_days=9", ANALYST))
                .as("20 February is the tenth day back from 1 March")
                .isEmpty();
    }

    @Test
    void freshness() {
        assertAnswer("/v1/freshness", Token.seller("demo", "A"), """
                {"items": [
                  {"marketplace": "demo", "entity": "order", "current_rows": 120, "rejected_records": 2,
                   "latest_source_time": "2026-03-01T04:05:06Z", "latest_ingested_at": "2026-03-01T04:05:07.500Z",
                   "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7"},
                  {"marketplace": "retail", "entity": "order", "current_rows": 7, "rejected_records": 0,
                   "latest_source_time": null, "latest_ingested_at": null,
                   "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7"}]}""");
    }

    @Test
    void trendingByRankWithItsEvidence() {
        assertAnswer("/v1/marketplaces/demo/trending", Token.seller("demo", "A"), """
                {"marketplace": "demo", "category_id": "all", "window_start": "2026-02-22", "window_end": "2026-02-28",
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"rank": 1, "sku_id": "s1", "name_zh": "甲", "name_en": "A", "match_group_id": "g1",
                   "supplier_id": "f1", "orders": 20, "sold_out_days": 1.5, "mean_weekly_orders": 4.5, "expected_orders": 24.5,
                   "expected_orders_low": 12.25, "expected_orders_high": 37.5, "buyers": 10, "breadth": 0.5,
                   "score": 10.25, "p_value": 0.0625, "q_value": 0.25, "stage": "rising", "sellers": 40, "saturation": 2.0},
                  {"rank": 2, "sku_id": "s2", "name_zh": "乙", "name_en": "B", "match_group_id": null,
                   "supplier_id": "f2", "orders": 7, "sold_out_days": null, "mean_weekly_orders": 5.0, "expected_orders": 6.5,
                   "expected_orders_low": null, "expected_orders_high": null, "buyers": 7, "breadth": 1.0,
                   "score": 1.25, "p_value": null, "q_value": null, "stage": "peaking", "sellers": null, "saturation": null}]}""");
    }

    @Test
    void nothingTrendsInAMarketplaceWithoutEightWeeks() {
        assertAnswer("/v1/marketplaces/retail/trending", MANAGER, """
                {"marketplace": "retail", "category_id": "all", "window_start": null, "window_end": null,
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": []}""");
    }

    @Test
    void trackRecordOfAListWithPublishedFirst() {
        assertAnswer("/v1/marketplaces/demo/track-record?subject=best-sellers", Token.seller("demo", "A"), """
                {"marketplace": "demo", "subject": "best-sellers", "first_origin": "2025-12-01",
                 "last_origin": "2026-02-02", "step_days": 7,
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"target": "units", "horizon_days": 7, "method": "published", "metric": "ndcg_100", "origins": 10,
                   "forecasts": 1000, "value": 0.6, "value_low": 0.5, "value_high": 0.7, "lift": null,
                   "lift_low": null, "lift_high": null, "reason": null},
                  {"target": "units", "horizon_days": 7, "method": "last_7_days_orders", "metric": "ndcg_100",
                   "origins": 10, "forecasts": 1000, "value": 0.5, "value_low": 0.4, "value_high": 0.6, "lift": 0.1,
                   "lift_low": 0.05, "lift_high": 0.15, "reason": null}]}""");
    }

    @Test
    void trackRecordWithoutEvidenceSaysWhy() {
        assertAnswer("/v1/marketplaces/demo/track-record?subject=trending", ANALYST, """
                {"marketplace": "demo", "subject": "trending", "first_origin": null, "last_origin": null, "step_days": 7,
                 "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": [
                  {"target": "order_gain", "horizon_days": 7, "method": "published", "metric": "ndcg_100", "origins": 0,
                   "forecasts": 0, "value": null, "value_low": null, "value_high": null, "lift": null,
                   "lift_low": null, "lift_high": null, "reason": "no origin"}]}""");
    }

    @Test
    void trackRecordBeforeTheFirstBacktestIsEmpty() {
        assertAnswer("/v1/marketplaces/retail/track-record?subject=stock", MANAGER, """
                {"marketplace": "retail", "subject": "stock", "first_origin": null, "last_origin": null,
                 "step_days": null, "as_of": "2026-03-01T04:05:06.789012Z", "run_id": "run-7", "items": []}""");
    }

    private void assertAnswer(String path, Token token, String expected) {
        HttpResponse<String> answer = api.get(path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(RunningApi.json(answer.body())).isEqualTo(RunningApi.json(expected));
    }
}
