/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.mart.MartResult.Status;
import io.sourcelens.batch.publish.PublishedTable;
import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.batch.trackrecord.BacktestException;
import io.sourcelens.batch.trackrecord.BacktestPlan;
import io.sourcelens.batch.trackrecord.Backtests;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.data.Record;
import org.apache.spark.sql.Encoders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A planted history on a real lake. Refreshed once as it stood before the origin, and once with two more weeks: a good
 * that sells like nothing before, and the cancellation of what had sold best.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BacktestIT {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-05");
    /** A Monday with 56 days behind it. */
    private static final LocalDate ORIGIN = LocalDate.parse("2026-03-02");

    @TempDir
    static Path folder;

    private static TestingLake testing;
    private static Lake lake;
    private static Refresh refresh;
    private static final List<PublishedTable> PUBLISHED = new ArrayList<>();
    private static long position;

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

    @Test
    @Order(1)
    void beforeTheOriginTheListIsPublishedFromWhatIsKnown() {
        append(
                "marketplace",
                List.of(Map.of(
                        "name",
                        "Planted",
                        "currency",
                        "CNY",
                        "time_zone",
                        SHANGHAI.getId(),
                        "return_window_days",
                        15)));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int day = 0; day < 56; day++) {
            LocalDate on = FIRST_DAY.plusDays(day);
            lines.addAll(lines(on, "steady", 4));
            lines.addAll(lines(on, "rising", day < 49 ? 0 : day - 48));
            lines.addAll(lines(on, "rare", day % 28 == 0 || day == 55 ? 1 : 0));
        }
        lines.addAll(lines(ORIGIN.minusDays(3), "cancelled-later", 40));
        append("order_line", lines);

        refresh.run("before");

        assertThat(publishedNow()).isEqualTo(List.of("cancelled-later", "rising", "steady", "rare"));
    }

    @Test
    @Order(2)
    void theListOfAPastOriginIsTheOneThatWasPublishedThen() throws IOException {
        List<String> publishedThen = publishedNow();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int day = 56; day < 71; day++) {
            LocalDate on = FIRST_DAY.plusDays(day);
            lines.addAll(lines(on, "steady", 4));
            lines.addAll(lines(on, "from-nowhere", 50));
        }
        for (Map<String, Object> line : lines(ORIGIN.minusDays(3), "cancelled-later", 40)) {
            Map<String, Object> cancelled = new HashMap<>(line);
            cancelled.put("status", "cancelled");
            cancelled.put("cancelled_at", noon(ORIGIN.plusDays(1)));
            lines.add(cancelled);
        }
        append("order_line", lines);
        refresh.run("after");
        assertThat(publishedNow()).containsExactly("from-nowhere", "steady");

        backtest("best-sellers");

        assertThat(list("best-sellers", "published", ORIGIN)).isEqualTo(publishedThen);
        assertThat(list("best-sellers", "last_7_days_units", ORIGIN)).isEqualTo(publishedThen);
        assertThat(list("best-sellers", "published", ORIGIN.plusDays(7))).containsExactly("from-nowhere", "steady");
    }

    @Test
    @Order(3)
    void theScoresAreThoseOfTheListsThatWereRight() throws IOException {
        JsonNode report = new ObjectMapper().readTree(Files.readString(file("best-sellers", "json")));

        assertThat(report.path("origins")).hasSize(2);
        // Of the units of the first week only those of steady were listed, on the third place: 28 ÷ log2(4) of
        // 350 + 28 ÷ log2(3). In the second week all were.
        double first = (28 / 2.0) / (350 + 28 / (Math.log(3) / Math.log(2)));
        JsonNode published = score(report, "published", "ndcg_100", "units");
        assertThat(published.path("value").asDouble()).isCloseTo((first + 1) / 2, within(1e-12));
        assertThat(published.path("value_low").isNull())
                .as("two origins are no interval")
                .isTrue();
        assertThat(score(report, "published", "precision_20", "units")
                        .path("value")
                        .asDouble())
                .isCloseTo((1 / 20.0 + 2 / 20.0) / 2, within(1e-12));
        assertThat(score(report, "last_7_days_units", "ndcg_100", "units")
                        .path("lift")
                        .asDouble())
                .isZero();
        assertThat(score(report, "week_over_week_growth", "ndcg_100", "units")
                        .path("lift")
                        .asDouble())
                .isPositive();
    }

    @Test
    @Order(4)
    void aBacktestReplacesItsSubjectAndTheNextRefreshPublishesIt() throws IOException {
        backtest("trending");
        assertThat(list("trending", "published", ORIGIN))
                .containsExactly("cancelled-later", "rising", "steady", "rare");
        assertThat(list("trending", "published", ORIGIN.plusDays(7))).contains("from-nowhere");
        backtest("best-sellers");
        PUBLISHED.clear();

        assertThat(refresh.run("publishes").status()).isEqualTo(Status.PUBLISHED);

        assertThat(lake.read("mart.track_record").groupBy("subject").count().collectAsList().stream()
                        .map(row -> row.mkString(" ")))
                .containsExactlyInAnyOrder("best-sellers 12", "trending 12");
        assertThat(PUBLISHED)
                .filteredOn(table -> table.mart().equals("track_record"))
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(24));
        assertThat(refresh.run("has nothing to do").status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    @Order(5)
    void withoutEnoughDataEveryFigureIsNullWithTheReason() throws IOException {
        backtests().run(Backtests.subject("best-sellers"), plan(LocalDate.parse("2026-03-10")), "too late");

        JsonNode report = new ObjectMapper().readTree(Files.readString(file("best-sellers", "json")));
        assertThat(report.path("origins")).isEmpty();
        assertThat(report.path("scores")).hasSize(12).allSatisfy(score -> {
            assertThat(score.path("value").isNull()).isTrue();
            assertThat(score.path("reason").asText())
                    .isEqualTo("no origin has an outcome: it needs 56 days of data before it and 7 after");
        });
    }

    /**
     * Every day one line of eight is reported as defective after a day; from the origin on also one that was ordered nine days
     * before, so that twice as many will be reported of the days before as were known then.
     */
    @Test
    @Order(6)
    void defectsThatWereReportedSinceAnOriginWereNotKnownThere() throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<Map<String, Object>> cases = new ArrayList<>();
        LocalDate origin = FIRST_DAY.plusDays(60);
        for (int day = 0; day < 90; day++) {
            LocalDate on = FIRST_DAY.plusDays(day);
            lines(on, "supplied", 8).forEach(line -> {
                Map<String, Object> supplied = new HashMap<>(line);
                supplied.put("supplier_id", "factory");
                lines.add(supplied);
            });
            cases.add(defect("%s-supplied-0".formatted(on), on.plusDays(1)));
            if (!on.plusDays(9).isBefore(origin)) {
                cases.add(defect("%s-supplied-1".formatted(on), on.plusDays(9)));
            }
        }
        append("order_line", lines);
        append("after_sale_case", cases);
        refresh.run("with defects");

        backtests().run(Backtests.subject("suppliers"), plan(origin), "defects");

        List<String> rows = Files.readAllLines(file("suppliers", "csv"));
        assertThat(rows.get(0)).startsWith("origin,target,supplier_id,stratum,trials,events,published,raw_rate");
        String[] first = rows.get(1).split(",", -1);
        assertThat(first).startsWith(origin.toString(), "defect", "factory", "none", "56", "14");
        // Of the day before the origin the report comes at noon of the origin.
        assertThat(Double.parseDouble(first[7])).isCloseTo(59 / (60 * 8.0), within(1e-12));
        assertThat(Double.parseDouble(first[6])).isBetween(0.1, 0.15);
        // Nothing is known of how it dispatches.
        assertThat(first[first.length - 1]).isEqualTo("unrated");
        JsonNode afterwards = score(
                new ObjectMapper().readTree(Files.readString(file("suppliers", "json"))),
                "tier_unrated",
                "rate",
                "defect");
        assertThat(afterwards.path("value").asDouble()).isCloseTo(0.25, within(1e-12));
    }

    private static Map<String, Object> defect(String line, LocalDate day) {
        return Map.of(
                "after_sale_case_id",
                line,
                "order_line_id",
                line,
                "kind",
                "refund",
                "reason",
                "quality",
                "refund_minor",
                0L,
                "return_freight_minor",
                0L,
                "reship_freight_minor",
                0L,
                "opened_at",
                noon(day));
    }

    @Test
    @Order(7)
    void anUnknownMarketplaceIsNamedBesideTheKnownOnes() {
        assertThatThrownBy(() -> backtests().marketplace("nowhere"))
                .isInstanceOf(BacktestException.class)
                .hasMessage("Cannot backtest nowhere: the lake has no order of it; there are planted");
        assertThatThrownBy(() -> Backtests.subject("weather"))
                .hasMessageStartingWith("Cannot backtest weather: there are best-sellers, trending");
    }

    private static Backtests backtests() {
        return new Backtests(lake, folder.resolve("backtests"), line -> {});
    }

    private static BacktestPlan plan(@Nullable LocalDate from) {
        return new BacktestPlan(backtests().marketplace("planted"), from, null, 7, 7);
    }

    private static void backtest(String subject) {
        backtests().run(Backtests.subject(subject), plan(null), "backtest");
    }

    private static Path file(String subject, String kind) {
        return folder.resolve("backtests/backtest-%s-planted.%s".formatted(subject, kind));
    }

    private static JsonNode score(JsonNode report, String method, String metric, String target) {
        return StreamSupport.stream(report.path("scores").spliterator(), false)
                .filter(score -> score.path("target").asText().equals(target))
                .filter(score -> score.path("method").asText().equals(method)
                        && score.path("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> list(String subject, String method, LocalDate origin) throws IOException {
        return Files.readAllLines(file(subject, "csv")).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals(origin.toString()) && row[1].equals(method))
                .map(row -> row[3])
                .toList();
    }

    private static List<String> publishedNow() {
        return lake.read("mart.best_sellers")
                .filter("category_id = 'all' AND window_days = 7 AND ranked_by = 'units'")
                .orderBy("rank")
                .select("sku_id")
                .as(Encoders.STRING())
                .collectAsList();
    }

    /** One line of one unit each, at noon. */
    private static List<Map<String, Object>> lines(LocalDate day, String sku, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s-%s-%d".formatted(day, sku, number))
                .map(id -> Map.<String, Object>of(
                        "order_line_id",
                        id,
                        "order_id",
                        id,
                        "line_number",
                        1,
                        "sku_id",
                        sku,
                        "mode",
                        "dropship",
                        "quantity",
                        1,
                        "sale_price_minor",
                        100L,
                        "status",
                        "active",
                        "ordered_at",
                        noon(day)))
                .toList();
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(SHANGHAI).toOffsetDateTime();
    }

    private static void append(String entity, List<Map<String, Object>> changes) {
        LakeTable raw = LakeTable.raw(Schemas.entity(entity));
        List<Record> rows = new ArrayList<>();
        for (Map<String, Object> change : changes) {
            Record row = SmallTables.row(raw);
            change.forEach(row::setField);
            row.setField("marketplace", "planted");
            row.setField("change_op", "c");
            row.setField("source", "cdc");
            row.setField("source_position", position);
            row.setField("source_time", noon(ORIGIN));
            row.setField("ingested_at", noon(ORIGIN));
            row.setField("topic_partition", 0);
            row.setField("topic_offset", position);
            row.setField("schema_version", 1);
            row.setField("extension", Map.of());
            rows.add(row);
            position++;
        }
        new SmallTables(lake).append(rows, raw);
    }
}
