/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.batch.care.CareConfiguration;
import io.sourcelens.batch.care.CareResult;
import io.sourcelens.batch.care.TableCare;
import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.batch.refresh.RefreshResult;
import io.sourcelens.batch.trackrecord.BacktestPlan;
import io.sourcelens.batch.trackrecord.Backtests;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One history, refreshed part by part and then all at once, on a real catalog. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefreshIT {
    private static final int ORDERS = 3_000;
    private static final int DAYS = 75;
    private static final int PARTS = 3;
    private static final List<String> TABLES = List.of(
            "core.order_line",
            "core.parcel",
            "core.order",
            "rollup.sku_seller_day",
            "rollup.supplier_category_day",
            "rollup.supplier_lane_day",
            "rollup.parcel_outcome",
            "mart.margin_sku_seller_day",
            "rollup.sku_supplier_day",
            "rollup.sku_mode_day",
            "rollup.sku_stock_day",
            "mart.margin_distribution",
            "mart.intake_opportunity",
            "mart.intake_candidate",
            "mart.intake_cohort",
            "mart.delist",
            "mart.best_sellers",
            "mart.best_match_groups",
            "mart.sku_sales",
            "mart.trending",
            "mart.supplier_scorecard",
            "mart.supplier_event",
            "mart.supplier_forecast",
            "mart.supplier_change",
            "mart.supplier_fulfilment",
            "mart.supplier_score_component",
            "mart.supplier_score",
            "mart.stock_watch",
            "mart.alternative",
            "mart.stuck_parcel",
            "mart.freshness",
            "mart.marketplace",
            "mart.category");

    @TempDir
    static Path folder;

    private static TestingLake testing;
    private static Lake lake;
    private static Refresh refresh;
    private static final List<PublishedTable> PUBLISHED = new ArrayList<>();
    private static final Map<String, List<String>> AFTER_PARTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        testing = new TestingLake(folder);
        lake = testing.lake();
        refresh = new Refresh(lake, (runId, tables) -> PUBLISHED.addAll(tables), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        testing.close();
    }

    /** Contents, without what names the run and the time at which a row was last computed. */
    private static List<String> contents(String table) {
        Dataset<Row> rows = lake.read(table);
        List<String> ofRun =
                List.of("mart.margin_sku_seller_day", "mart.supplier_event").contains(table)
                        ? List.of("run_id", "as_of", "extension")
                        : List.of("run_id", "extension");
        Column[] columns = java.util.Arrays.stream(rows.columns())
                .filter(name -> !ofRun.contains(name))
                .sorted()
                .map(functions::col)
                .toArray(Column[]::new);
        return rows.select(columns).collectAsList().stream()
                .map(row -> row.mkString("|"))
                .sorted()
                .toList();
    }

    @Test
    @Order(1)
    void everyPartOfTheHistoryIsPublishedAsItArrives() {
        GeneratedHistory history = new GeneratedHistory(lake, ORDERS, DAYS, PARTS);
        for (int part = 0; part < PARTS; part++) {
            history.append(part);
            if (part == 1) {
                asBeforeTheContractKnewBuyers("core.order_line");
            }
            PUBLISHED.clear();

            RefreshResult result = refresh.run("part-" + part);

            assertThat(result.status()).as("%s", result.json()).isEqualTo(Status.PUBLISHED);
            assertThat(PUBLISHED)
                    .extracting(PublishedTable::mart)
                    .contains(
                            "margin_sku_seller_day",
                            "best_sellers",
                            "trending",
                            "supplier_scorecard",
                            "supplier_forecast",
                            "supplier_fulfilment",
                            "refresh_run");
            assertThat(PUBLISHED)
                    .allSatisfy(
                            table -> assertThat(table.metadataFile()).contains("/mart/" + table.mart() + "/metadata/"));
            // Only the last part has the eight weeks that these need; nothing of this history grows or is missed for
            // certain.
            List<String> late = List.of("trending", "intake_cohort", "delist");
            boolean early = part < PARTS - 1;
            assertThat(PUBLISHED)
                    .filteredOn(table -> !(early && late.contains(table.mart())))
                    .filteredOn(table -> !table.mart().equals("intake_candidate"))
                    .allSatisfy(table -> assertThat(table.rows()).isPositive());
        }
        TABLES.forEach(table -> AFTER_PARTS.put(table, contents(table)));
    }

    @Test
    @Order(2)
    void aRefreshWithoutNewChangesPublishesNothing() {
        PUBLISHED.clear();

        assertThat(refresh.run("idle").status()).isEqualTo(Status.UNCHANGED);
        assertThat(PUBLISHED).isEmpty();
    }

    @Test
    @Order(2)
    void aDriverThatStartsPublishesAllOnceMoreAndFirstWhatMostPeopleLookAt() {
        List<List<String>> publications = new ArrayList<>();
        Refresh started = new Refresh(
                lake,
                (runId, tables) -> publications.add(
                        tables.stream().map(PublishedTable::mart).toList()),
                Clock.systemUTC());
        assertThat(started.progress().firstPublished()).isFalse();

        assertThat(started.run("started").status()).isEqualTo(Status.PUBLISHED);

        assertThat(publications.get(0))
                .contains("best_sellers", "margin_sku_seller_day", "supplier_scorecard")
                .doesNotContain("trending", "supplier_event");
        assertThat(publications.stream().flatMap(List::stream).map("mart."::concat))
                .containsAll(TABLES.stream()
                        .filter(table -> table.startsWith("mart."))
                        .toList());
        assertThat(started.progress().firstPublished()).isTrue();
        assertThat(started.run("started-idle").status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    @Order(3)
    void tableCareChangesNoFigureAndGivesARefreshNothingToDo() {
        Duration nothing = Duration.ZERO;
        CareConfiguration keepNothing = new CareConfiguration(Duration.ofMinutes(1), nothing, nothing, nothing);

        List<CareResult> results = new TableCare(lake, keepNothing, Clock.systemUTC()).routine();

        assertThat(results).extracting(CareResult::failure).containsOnlyNulls();
        assertThat(results).extracting(CareResult::table).containsAll(TABLES);
        assertThat(results.stream().mapToLong(CareResult::snapshotsExpired).sum())
                .isPositive();
        assertThat(results).anyMatch(result -> result.filesAfter() < result.filesBefore());
        TABLES.forEach(table -> assertThat(contents(table)).as(table).isEqualTo(AFTER_PARTS.get(table)));
        assertThat(refresh.run("after-care").status()).isEqualTo(Status.UNCHANGED);
    }

    /** Of a long list only what differs is told. */
    private static void assertSame(
            SoftAssertions softly, String query, List<String> independent, List<String> published) {
        softly.assertThat(independent).as(query).isNotEmpty();
        softly.assertThat(published).as(query).containsExactlyInAnyOrderElementsOf(independent);
    }

    @Test
    @Order(4)
    void marginsAndListsEqualAnIndependentQueryOverTheLakesFiles() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        try (DuckLake duck = new DuckLake(lake)) {
            assertSame(softly, "margins", duck.margins(), margins());
            assertSame(softly, "bestSellers", duck.bestSellers(), bestSellers());
            assertSame(softly, "suppliers", duck.suppliers(), suppliers());
            assertSame(softly, "lanes", duck.lanes(), lanes());
            assertSame(softly, "fulfilment", duck.fulfilment(), fulfilment());
            assertSame(softly, "opportunities", duck.opportunities(), opportunities());
            assertSame(softly, "marginDistributions", duck.marginDistributions(), marginDistributions());
            assertSame(softly, "stock", duck.rows("stock"), stock());
            assertSame(softly, "cohorts", duck.rows("cohorts"), cohorts());
            assertSame(softly, "delist", duck.rows("delist"), delist());
            softly.assertThat(duck.rows("goods")).as("goods").containsAll(candidates());
            assertSame(softly, "stuckParcels", duck.rows("stuck_parcels"), stuckParcels());
        }
        softly.assertAll();
    }

    @Test
    @Order(4)
    void listsWithinAFilterEqualAnIndependentQueryAndWithoutAnyThePublishedList() throws Exception {
        try (ReadLists lists = ReadLists.start(lake, folder);
                DuckLake duck = new DuckLake(lake)) {
            assertThat(lists.withoutFilter()).isEqualTo(lists.published()).hasSizeGreaterThan(1_000);

            List<String> independent = duck.rows("lists_within");
            assertThat(lists.within()).containsExactlyElementsOf(independent).hasSizeGreaterThan(300);
        }
    }

    @Test
    @Order(4)
    void forecastsStandOnTheRollupsCountsBeforeTheDayOfTheNewestOrder() {
        Dataset<Row> forecasts = lake.read("mart.supplier_forecast").filter("reason IS NULL");
        Dataset<Row> counted = lake.read("rollup.supplier_lane_day")
                .join(forecasts.selectExpr("date(from_utc_timestamp(max(as_of), 'Asia/Shanghai')) AS today"))
                .filter("day < today")
                .groupBy("supplier_id")
                .agg(
                        functions.sum("dispatch_due").as("dispatch_due"),
                        functions.sum("delivery_late").as("delivery_late"));
        Dataset<Row> ordered = lake.read("rollup.supplier_category_day")
                .join(forecasts.selectExpr("date(from_utc_timestamp(max(as_of), 'Asia/Shanghai')) AS today"))
                .filter("day < today AND category_id = 'all'")
                .groupBy("supplier_id")
                .agg(
                        functions.sum("order_lines").as("order_lines"),
                        functions.sum("defect_lines").as("defect_lines"));

        Dataset<Row> both = forecasts.join(counted, "supplier_id").join(ordered, "supplier_id");

        assertThat(both.count()).isEqualTo(forecasts.count()).isGreaterThan(1_000);
        assertThat(both.filter("target = 'late_dispatch' AND parcels_due <> dispatch_due"
                                + " OR target = 'late_delivery' AND parcels_late <> delivery_late"
                                + " OR target = 'defect' AND (parcels_due, parcels_late) <> (order_lines, defect_lines)"
                                + " OR maturity > 1 OR target <> 'defect' AND maturity < 1")
                        .count())
                .isZero();
        assertThat(forecasts.filter("target = 'defect'").count()).isGreaterThan(500);
        assertThat(forecasts.filter("target = 'defect' AND maturity < 1").count())
                .as("suppliers with lines that are still to report")
                .isPositive();
        assertThat(forecasts
                        .filter("NOT (rate_low <= probability AND probability <= rate_high)")
                        .filter("parcels_expected >= 10")
                        .count())
                .isZero();
    }

    @Test
    @Order(4)
    void everyNumberOfAScorecardIsMadeOfAsManyParcelsOrLines() {
        assertEventsMakeScorecards();
    }

    /** By the released weights and scale, from the figures of the other marts; where the cases' lag is not known too. */
    @Test
    @Order(4)
    void aScoreIsWhatItsFiguresGiveOnTheScale() {
        lake.read("mart.supplier_score").createOrReplaceTempView("score");
        lake.read("mart.supplier_score_component").createOrReplaceTempView("component");
        lake.read("mart.supplier_scorecard").createOrReplaceTempView("scorecard");
        lake.read("mart.supplier_fulfilment").createOrReplaceTempView("fulfilment");
        Dataset<Row> both = lake.spark().sql("""
                WITH figure AS (
                    SELECT supplier_id, window_days, 35 AS most, late_dispatch_rate / 0.25 AS lost FROM scorecard WHERE category_id = 'all'
                    UNION ALL SELECT supplier_id, window_days, 25, defect_rate_expected / 0.10 FROM scorecard WHERE category_id = 'all'
                    UNION ALL SELECT supplier_id, window_days, 15, -estimate / 0.20 FROM fulfilment
                    WHERE measure = 'transit_on_time_against_peers'
                    UNION ALL SELECT supplier_id, window_days, 15, estimate / 0.05 FROM fulfilment
                    WHERE measure = 'no_stock_cancel' AND category_id = 'all'
                    UNION ALL SELECT supplier_id, window_days, 10, (1 - estimate) / 0.20 FROM fulfilment WHERE measure = 'valid_tracking'
                ),
                summed AS (
                    SELECT supplier_id, window_days, 100 * sum(most * (1 - least(greatest(lost, 0), 1))) / sum(most) AS points,
                           sum(most) / 100 AS weight
                    FROM figure WHERE lost IS NOT NULL GROUP BY ALL
                )
                SELECT supplier_id, score, points, tier, score_low, score_high, weight_known, weight, fails
                FROM summed JOIN score USING (supplier_id, window_days) JOIN (
                    SELECT supplier_id, window_days, coalesce(max(points_high = 0 AND evidence >= 20), false) AS fails
                    FROM component WHERE category_id = 'all' GROUP BY ALL) USING (supplier_id, window_days)
                WHERE category_id = 'all'""");

        assertThat(both.count()).isGreaterThan(500);
        assertThat(both.filter("abs(weight - weight_known) > 1e-9 OR (score IS NULL) <> (weight < 0.5)"
                                + " OR abs(score - points) > 1e-6"
                                + " OR NOT (0 <= score_low AND score_low <= score AND score <= score_high AND score_high <= 100)"
                                + " OR tier = 'A' AND score_low < 80 OR tier = 'B' AND score_low < 65"
                                + " OR tier = 'D' AND score_high >= 50 AND NOT fails OR tier = 'C' AND score_low >= 65")
                        .count())
                .isZero();
    }

    /** Each pair of offers of the same goods of which one is at risk, with what its supply price and freight differ by. */
    @Test
    @Order(4)
    void alternativesAreTheOtherOffersOfTheSameGoods() {
        for (String table : List.of("core.sku", "mart.stock_watch", "mart.supplier_score", "mart.supplier_forecast")) {
            lake.read(table).createOrReplaceTempView(table.substring(table.indexOf('.') + 1));
        }
        lake.read("mart.margin_sku_seller_day").createOrReplaceTempView("margin");
        lake.read("mart.alternative").createOrReplaceTempView("alternative");
        Dataset<Row> offers = lake.spark().sql("""
                SELECT sku_id, sku.supplier_id, match_group_id, supply_price_minor,
                       coalesce(status, 'ok') <> 'ok' AS runs_out,
                       coalesce(tier = 'D', false) OR coalesce(rate_low > (
                           SELECT sum(parcels_late) / sum(parcels_due) FROM supplier_forecast
                           WHERE target = 'late_delivery' AND horizon_days = 30), false) AS weak,
                       freight
                FROM sku LEFT JOIN stock_watch USING (sku_id)
                LEFT JOIN supplier_score score ON score.supplier_id = sku.supplier_id AND window_days = 90
                    AND score.category_id = 'all'
                LEFT JOIN supplier_forecast forecast ON forecast.supplier_id = sku.supplier_id
                    AND target = 'late_delivery' AND horizon_days = 30
                LEFT JOIN (
                    SELECT sku_id, sum(freight_minor) / sum(units) AS freight FROM margin
                    GROUP BY sku_id HAVING sum(order_lines - cancelled_order_lines) >= 10) USING (sku_id)
                WHERE NOT sku.deleted""");
        offers.createOrReplaceTempView("offer");

        Dataset<Row> both = lake.spark().sql("""
                WITH pair AS (
                    SELECT one.sku_id, other.sku_id AS alternative_sku_id, one.runs_out, one.weak,
                           one.supply_price_minor - other.supply_price_minor AS price_gain,
                           one.freight AS one_freight, other.freight AS other_freight
                    FROM offer one JOIN offer other USING (match_group_id)
                    WHERE one.supplier_id <> other.supplier_id AND (one.runs_out OR one.weak)
                ),
                expected AS (SELECT sku_id, least(5, count(*)) AS pairs FROM pair GROUP BY sku_id),
                found AS (SELECT sku_id, count(*) AS pairs, max(rank) AS last FROM alternative GROUP BY sku_id)
                SELECT expected.pairs, found.pairs AS found_pairs, found.last, pair.*, alternative.*
                FROM expected FULL JOIN found USING (sku_id)
                LEFT JOIN alternative USING (sku_id)
                LEFT JOIN pair ON pair.sku_id = alternative.sku_id
                    AND pair.alternative_sku_id = alternative.alternative_sku_id""");

        assertThat(both.count()).isGreaterThan(50);
        assertThat(both.filter("NOT coalesce(pairs = found_pairs AND pairs = last AND price_gain IS NOT NULL, false)"
                                + " OR at_risk <> CASE WHEN runs_out AND weak THEN 'stock_and_supplier'"
                                + " WHEN weak THEN 'supplier' ELSE 'stock' END")
                        .count())
                .isZero();
        assertThat(both.filter("advice <> 'not_enough_data'").count()).isPositive();
        assertThat(both.filter("advice <> 'not_enough_data'")
                        .filter("price_gain_minor <> price_gain"
                                + " OR abs(price_gain_minor + freight_gain_minor + late_gain_minor + defect_gain_minor"
                                + " - expected_gain_minor) > 1e-6"
                                + " OR freight_basis = 'sku' AND abs(freight_minor - one_freight) > 1e-6"
                                + " OR alternative_freight_basis = 'sku'"
                                + " AND abs(alternative_freight_minor - other_freight) > 1e-6"
                                + " OR NOT (expected_gain_low_minor <= expected_gain_minor"
                                + " AND expected_gain_minor <= expected_gain_high_minor)")
                        .count())
                .isZero();
    }

    @Test
    @Order(4)
    void distributionsOfMarginsSumToTheMarginsOfTheirDays() {
        String[] sums = {"sum(order_lines)", "sum(contribution_minor)"};
        Row distributed = lake.read("mart.margin_distribution")
                .filter("sku_id <> '5'")
                .selectExpr(sums)
                .head();

        Row margins = lake.read("mart.margin_sku_seller_day")
                .join(lake.read("mart.margin_distribution").selectExpr("max(window_end) AS today"))
                .filter("day > date_sub(today, 90) AND sku_id <> '5'")
                .selectExpr(sums)
                .head();

        assertThat(distributed).isEqualTo(margins);
        assertThat(distributed.getLong(1)).isNotZero();
        assertThat(lake.read("mart.margin_distribution")
                        .filter("sku_id = '5'")
                        .select("reason", "contribution_mean_minor", "loss_probability")
                        .collectAsList())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.mkString(" ")).isEqualTo("no_costs null null"));
        assertThat(lake.read("mart.margin_distribution")
                        .filter("reason IS NULL")
                        .filter("NOT (contribution_p10_minor <= contribution_median_minor"
                                + " AND contribution_median_minor <= contribution_p90_minor"
                                + " AND loss_probability_low < loss_probability"
                                + " AND loss_probability < loss_probability_high"
                                + " AND abs(contribution_mean_minor * order_lines - contribution_minor) < 0.001)")
                        .count())
                .isZero();
    }

    @Test
    @Order(5)
    void theSameChangesAgainChangeNothing() {
        new GeneratedHistory(lake, ORDERS, DAYS, PARTS).append(1);

        assertThat(refresh.run("again").status()).isEqualTo(Status.PUBLISHED);

        TABLES.forEach(table -> assertThat(contents(table)).as(table).isEqualTo(AFTER_PARTS.get(table)));
    }

    /** Held against the same history at once, which is refreshed next. */
    @Test
    @Order(6)
    void capturedRowsThatMoveLeaveTheDaysTheyWereOn() {
        long lines = lake.read("core.order_line").count();
        update("order_line", "ordered_at", "ordered_at - INTERVAL 5 DAYS");
        update("parcel", "promised_dispatch_at", "promised_dispatch_at + INTERVAL 4 DAYS");
        update("payment", "order_id", greatest("order", "order_id"));
        update("after_sale_case", "order_line_id", greatest("order_line", "order_line_id"));

        assertThat(refresh.run("moved").status()).isEqualTo(Status.PUBLISHED);

        assertThat(lake.read("core.order_line").count()).isEqualTo(lines);
        for (String rollup :
                List.of("rollup.sku_seller_day", "rollup.supplier_category_day", "rollup.supplier_lane_day")) {
            assertThat(contents(rollup)).as(rollup).isNotEqualTo(AFTER_PARTS.get(rollup));
        }
        assertEventsMakeScorecards();
        TABLES.forEach(table -> AFTER_PARTS.put(table, contents(table)));
    }

    @Test
    @Order(7)
    void allAtOnceLeadsToTheSameAsPartByPart() {
        lake.spark().sql("SHOW TABLES IN lake.core").collectAsList().forEach(row -> drop("core." + row.getString(1)));
        lake.spark()
                .sql("SHOW TABLES IN lake.rollup")
                .collectAsList()
                .forEach(row -> drop("rollup." + row.getString(1)));
        lake.spark().sql("SHOW TABLES IN lake.mart").collectAsList().forEach(row -> drop("mart." + row.getString(1)));

        assertThat(refresh.run("at-once").status()).isEqualTo(Status.PUBLISHED);

        TABLES.forEach(table -> assertThat(contents(table)).as(table).isEqualTo(AFTER_PARTS.get(table)));
    }

    /** As an import does that is repeated with a corrected mapping of dates. */
    @Test
    @Order(8)
    void aRowThatIsSentAgainWithAnotherDayLeavesTheOldOne() {
        List<String> demo = contents("core.order_line");
        TableSchema entity = Schemas.entity("order_line");
        CoreTables core = new CoreTables(lake);
        send(1, "2026-03-02", "2026-03-02");
        core.refresh(entity);
        send(2, "2026-02-03", "2026-03-02");

        core.refresh(entity);

        assertThat(lake.read("core.order_line")
                        .filter("marketplace = 'export'")
                        .selectExpr("concat(order_line_id, ' ', date(ordered_at))")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("a 2026-02-03", "b 2026-03-02");
        assertThat(contents("core.order_line")).containsAll(demo).hasSize(demo.size() + 2);
    }

    @Test
    @Order(9)
    void aBacktestOfSuppliersJudgesEveryParcelThatFellDueOnce() throws IOException {
        Backtests backtests = new Backtests(lake, folder.resolve("backtests"), line -> {});
        backtests.run(
                Backtests.subject("suppliers"),
                new BacktestPlan(backtests.marketplace("demo"), null, null, 7, 7),
                "backtest");

        String first = lake.read("rollup.supplier_lane_day")
                .selectExpr("string(date_add(min(day), 60))")
                .first()
                .getString(0);
        lake.read("rollup.supplier_lane_day").createOrReplaceTempView("lanes");
        for (String promised : List.of("dispatch", "delivery")) {
            Row due = lake.spark().sql("""
                            SELECT sum(%1$s_due), sum(%1$s_late) FROM lanes
                            WHERE day >= date '%2$s' AND day < date_add(date '%2$s', 7) AND supplier_id IN
                                (SELECT supplier_id FROM lanes WHERE day < date '%2$s' AND %1$s_due > 0)""".formatted(promised, first)).first();
            List<String[]> judged = Files.readAllLines(folder.resolve("backtests/backtest-suppliers-demo.csv")).stream()
                    .map(line -> line.split(","))
                    .filter(row -> row[0].equals(first) && row[1].equals("late_" + promised))
                    .toList();
            assertThat(judged).isNotEmpty();
            assertThat(judged.stream().mapToLong(row -> Long.parseLong(row[4])).sum())
                    .isEqualTo(due.getLong(0));
            assertThat(judged.stream().mapToLong(row -> Long.parseLong(row[5])).sum())
                    .isEqualTo(due.getLong(1));
        }
        Dataset<Row> published = lake.read("mart.track_record")
                .filter("subject = 'suppliers' AND method = 'published' AND metric = 'log_loss'");
        assertThat(published.filter("target <> 'defect'").select("value").collectAsList())
                .hasSize(2)
                // ln 2: who does worse would do better with a coin.
                .allSatisfy(row -> assertThat(row.getDouble(0)).isBetween(0.0, Math.log(2)));
        assertThat(published
                        .filter("target = 'defect'")
                        .selectExpr("value IS NULL", "reason")
                        .collectAsList())
                .as("its lines can still be returned")
                .singleElement()
                .satisfies(row -> assertThat(row.getBoolean(0)).isTrue())
                .satisfies(row -> assertThat(row.getString(1)).isNotBlank());
    }

    @Test
    @Order(8)
    void aBacktestOfStockJudgesEverySkuThatHadStockOnce() throws IOException {
        Backtests backtests = new Backtests(lake, folder.resolve("backtests"), line -> {});
        backtests.run(
                Backtests.subject("stock"),
                new BacktestPlan(backtests.marketplace("demo"), null, null, 7, 7),
                "backtest");

        // No sku has more than one level. The first Monday 42 days after 1 March is 13 April, and a sku is judged whose
        // stock was known on the seven days before.
        long expected = lake.read("core.stock_level")
                .filter("recorded_at < timestamp '2026-04-07 00:00:00+08:00' AND shown_quantity > 0")
                .count();
        List<String[]> judged = Files.readAllLines(folder.resolve("backtests/backtest-stock-demo.csv")).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals("2026-04-13"))
                .toList();
        assertThat(judged).hasSize((int) expected);
        assertThat(lake.read("mart.track_record")
                        .filter("subject = 'stock'")
                        .selectExpr("concat_ws(' ', method, metric)")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder(
                        "published log_loss",
                        "published brier",
                        "published coverage",
                        "global_rate log_loss",
                        "global_rate brier",
                        "short_cover log_loss",
                        "short_cover brier",
                        "ran_out_last_week log_loss",
                        "ran_out_last_week brier");
    }

    @Test
    @Order(10)
    void whatChangesInOneMarketplaceLeavesTrendsAndForecastsOfTheOthersAsTheyAre() {
        List<String> marts = List.of("mart.trending", "mart.supplier_forecast");
        lake.appendFew(lake.spark().sql("""
                SELECT 'export' AS marketplace, 'Export' AS name, 'CNY' AS currency, 'Asia/Shanghai' AS time_zone,
                       15 AS return_window_days, 'r' AS change_op, 'import:export' AS source, 1L AS source_position,
                       timestamp '2026-03-03 00:00:00' AS source_time, timestamp '2026-03-03 00:00:00' AS ingested_at,
                       0 AS topic_partition, 1L AS topic_offset, 1 AS schema_version, map() AS extension"""), LakeTable.raw(Schemas.entity("marketplace")));
        refresh.run("two-marketplaces");
        assertThat(marts).allSatisfy(mart -> assertThat(runs(mart)).containsExactly("two-marketplaces"));
        send(3, "2026-03-04", "2026-03-04");

        refresh.run("export-alone");

        assertThat(runs("mart.freshness")).containsExactly("export-alone");
        assertThat(marts).allSatisfy(mart -> {
            assertThat(runs(mart)).containsExactly("two-marketplaces");
            assertThat(contents(mart)).isEqualTo(AFTER_PARTS.get(mart));
        });
    }

    private static void assertEventsMakeScorecards() {
        lake.read("mart.supplier_scorecard").createOrReplaceTempView("scorecard");
        lake.read("mart.supplier_event").createOrReplaceTempView("event");
        Dataset<Row> both = lake.spark().sql("""
                SELECT supplier_id, category_id, window_days, parcels_late, defect_lines,
                       count_if(in_window AND target = 'late_dispatch') AS late_events,
                       count_if(in_window AND target = 'defect') AS defect_events
                FROM (SELECT *, day > date_sub(date(from_utc_timestamp(scorecard.as_of, 'Asia/Shanghai')), window_days)
                                AS in_window
                      FROM scorecard LEFT JOIN event USING (marketplace, supplier_id, category_id))
                GROUP BY supplier_id, category_id, window_days, parcels_late, defect_lines""").cache();
        Dataset<Row> longest = both.filter("window_days = 90");

        assertThat(both.filter("parcels_late <> late_events OR defect_lines <> defect_events")
                        .collectAsList())
                .isEmpty();
        assertThat(both.count()).isEqualTo(lake.read("mart.supplier_scorecard").count());
        assertThat(longest.filter("late_events > 0 AND defect_events > 0").count())
                .isGreaterThan(100);
        assertThat(longest.selectExpr("sum(late_events + defect_events)").head().getLong(0))
                .isEqualTo(lake.read("mart.supplier_event").count());
        assertThat(lake.spark().sql("""
                        SELECT 1 FROM event GROUP BY marketplace, supplier_id, target, category_id, day, item_id
                        HAVING count(*) > 1""").count()).isZero();
        assertThat(lake.spark().sql("""
                        SELECT 1 FROM event WHERE order_id IS NULL OR hours_late <= 0
                        OR (target = 'defect') = (reason IS NULL OR opened_at IS NULL)
                        OR (target = 'late_dispatch') = (promised_dispatch_at IS NULL)""").count()).isZero();
    }

    private static List<String> runs(String mart) {
        return lake.read(mart).select("run_id").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static String greatest(String entity, String field) {
        return "'%s'"
                .formatted(lake.read("core." + entity)
                        .agg(functions.max(field))
                        .first()
                        .getString(0));
    }

    /** The change log's word for captured updates of a field of some rows. */
    private static void update(String entity, String field, String value) {
        TableSchema schema = Schemas.entity(entity);
        String key = schema.key().get(0);
        Dataset<Row> updated = lake.read("raw." + entity)
                .filter("change_op <> 'd' AND %s IS NOT NULL AND abs(hash(%s)) %% 50 = 0".formatted(field, key))
                .dropDuplicates("marketplace", key)
                .withColumn(field, functions.expr(value))
                .withColumn("change_op", functions.lit("u"))
                .withColumn("source_position", functions.lit(Long.MAX_VALUE / 2));
        List<Row> rows = updated.collectAsList();
        assertThat(rows).isNotEmpty();
        lake.appendFew(lake.spark().createDataFrame(rows, updated.schema()), LakeTable.raw(schema));
    }

    private static void send(long position, String dayOfA, String dayOfB) {
        LakeTable raw = LakeTable.raw(Schemas.entity("order_line"));
        lake.appendFew(lake.spark().sql("""
                SELECT 'export' AS marketplace, line AS order_line_id, 'o' AS order_id, 1 AS line_number, 's' AS sku_id,
                       'dropship' AS mode, 1 AS quantity, 100L AS sale_price_minor, 'active' AS status,
                       timestamp(concat(day, ' 12:00:00')) AS ordered_at, 'r' AS change_op, 'import:export' AS source,
                       %1$dL AS source_position, timestamp '2026-03-03 00:00:00' AS source_time,
                       timestamp '2026-03-03 00:00:00' AS ingested_at, 0 AS topic_partition, %1$dL AS topic_offset,
                       2 AS schema_version, map() AS extension,
                       NULL AS seller_id, NULL AS buyer_id, NULL AS supplier_id, NULL AS parcel_id,
                       NULL AS supply_price_minor, NULL AS freight_minor, NULL AS platform_fee_minor,
                       NULL AS promotion_minor, NULL AS shown_stock, NULL AS cancel_reason, NULL AS cancelled_at
                FROM VALUES ('a', '%2$s'), ('b', '%3$s') AS lines (line, day)""".formatted(position, dayOfA, dayOfB)), raw);
    }

    private static void asBeforeTheContractKnewBuyers(String table) {
        lake.find(table).orElseThrow().updateSchema().deleteColumn("buyer_id").commit();
        lake.spark().catalog().refreshTable("lake." + table);
    }

    private static void drop(String table) {
        lake.spark().sql("DROP TABLE lake.%s".formatted(table.replace(".", ".`") + "`"));
    }

    private static List<String> margins() {
        return lake
                .read("mart.margin_sku_seller_day")
                .selectExpr("concat_ws('|', seller_id, sku_id, day, order_lines, units, sale_revenue_minor,"
                        + " coalesce(string(supply_cost_minor), 'null'), coalesce(string(freight_minor), 'null'), platform_fee_minor,"
                        + " payment_fee_minor, promotion_minor, refund_minor, return_reship_freight_minor,"
                        + " coalesce(string(contribution_minor), 'null'), settled_order_lines)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> bestSellers() {
        return lake
                .read("mart.best_sellers")
                .selectExpr(
                        "concat_ws('|', window_days, category_id, ranked_by, rank, coalesce(string(previous_rank), 'null'),"
                                + " coalesce(string(previous_week_rank), 'null'), days_on_list, sku_id,"
                                + " orders, units, sale_revenue_minor)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> lanes() {
        return lake
                .read("rollup.supplier_lane_day")
                .selectExpr(
                        "concat_ws('|', day, supplier_id, ship_to_province, dispatch_due, dispatch_late, dispatch_missing,"
                                + " delivery_due, delivery_late, delivery_missing)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> stock() {
        return lake
                .read("mart.stock_watch")
                .selectExpr("concat_ws('|', sku_id, stock_units, stock_recorded_at, units, known_days, no_stock_lines,"
                        + " no_stock_units, round(24 * out_of_stock_days, 3))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> stuckParcels() {
        return lake
                .read("mart.stuck_parcel")
                .selectExpr("concat_ws('|', parcel_id, coalesce(seller_id, 'null'), reason, limit_hours, limit_scope,"
                        + " limit_gaps)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> fulfilment() {
        return lake
                .read("mart.supplier_fulfilment")
                .filter("measure IN ('dispatched_within_48_hours', 'delivered_by_promise', 'valid_tracking',"
                        + " 'no_stock_cancel', 'no_stock_cancel_although_shown')")
                .selectExpr(
                        "concat_ws('|', supplier_id, category_id, window_days, measure, evidence, events, censored, cancelled,"
                                + " if(measure = 'dispatched_within_48_hours', string(round(estimate, 9)), ''))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> opportunities() {
        return lake
                .read("mart.intake_opportunity")
                .groupBy("category_id")
                .agg(
                        functions.sum("skus").as("skus"),
                        functions.sum("orders").as("orders"),
                        functions.sum("previous_orders").as("previous_orders"),
                        functions.sum("units").as("units"),
                        functions.sum("previous_units").as("previous_units"))
                .selectExpr("concat_ws('|', category_id, skus, orders, previous_orders, units, previous_units)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> cohorts() {
        return lake
                .read("mart.intake_cohort")
                .selectExpr(
                        "concat_ws('|', week, age_days, arrival, skus, bigint(round(1000000 * maturity)), coalesce(reason, concat_ws('|',"
                                + " sold_skus, order_lines, units, stocked_skus, stocked_units, seller_skus, repeat_seller_skus,"
                                + " coalesce(string(contribution_minor), 'null'))))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> delist() {
        return lake
                .read("mart.delist")
                .selectExpr(
                        "concat_ws('|', rank, sku_id, arrived_day, age_days, listings, recent_order_lines, order_lines, units,"
                                + " sale_revenue_minor, coalesce(string(contribution_minor), 'null'), cancelled_order_lines,"
                                + " refund_minor, tail_skus, bigint(round(1000000 * cumulative_order_line_share)),"
                                + " coalesce(string(cumulative_contribution_minor), 'null'))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> candidates() {
        return lake
                .read("mart.intake_candidate")
                .filter("match_group_id IS NOT NULL")
                .selectExpr("concat_ws('|', match_group_id, skus, orders, previous_orders, suppliers)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> marginDistributions() {
        return lake
                .read("mart.margin_distribution")
                .selectExpr(
                        "concat_ws('|', sku_id, supplier_id, settlement, order_lines, cancelled_order_lines, order_days,"
                                + " if(contribution_minor IS NULL, 'null', concat_ws('|', contribution_minor, loss_lines,"
                                + " contribution_p10_minor, contribution_median_minor, contribution_p90_minor)))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private static List<String> suppliers() {
        return lake
                .read("mart.supplier_scorecard")
                .selectExpr(
                        "concat_ws('|', supplier_id, category_id, window_days, parcels_due, parcels_late,"
                                + " parcels_not_scanned, order_lines, defect_lines, if(order_lines = 0, 0D, round(maturity * order_lines)))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }
}
