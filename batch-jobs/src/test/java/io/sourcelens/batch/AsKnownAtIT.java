/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sourcelens.batch.care.CareConfiguration;
import io.sourcelens.batch.care.TableCare;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.past.Answer;
import io.sourcelens.batch.past.AnswerFiles;
import io.sourcelens.batch.past.Answers;
import io.sourcelens.batch.past.Difference;
import io.sourcelens.batch.past.PastException;
import io.sourcelens.batch.past.Question;
import io.sourcelens.batch.past.Question.Known;
import io.sourcelens.batch.refresh.Refresh;
import io.sourcelens.schema.Field;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import io.sourcelens.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Two refreshes, with orders, corrections, cancellations and deletions between them; then questions about the first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AsKnownAtIT {
    private static final int ORDERS = 600;
    private static final int DAYS = 90;
    private static final int PARTS = 3;

    /** Of so few orders nothing is missed for certain, and no sku is old enough to go. */
    private static final Set<String> EMPTY = Set.of("intake_candidate", "delist");

    @TempDir
    private static Path folder;

    private static TestingLake testing;
    private static Lake lake;
    private static Instant afterTheFirst;

    @BeforeAll
    static void twoRefreshes() {
        testing = new TestingLake(folder);
        lake = testing.lake();
        Refresh refresh = new Refresh(lake, (runId, tables) -> {}, Clock.systemUTC());
        GeneratedHistory history = new GeneratedHistory(lake, ORDERS, DAYS, PARTS);
        history.appendUpTo(1);
        refresh.run("first");
        afterTheFirst = Instant.now();
        history.append(2);
        appendLateMarketplace();
        refresh.run("second");
    }

    /** That nobody knew at the first refresh, with an order of days that were over then. */
    private static void appendLateMarketplace() {
        String change = """
                'late' AS marketplace, 'r' AS change_op, 'import:late' AS source, 1L AS source_position,
                timestamp '2026-03-03 00:00:00' AS source_time, timestamp '2026-03-03 00:00:00' AS ingested_at,
                0 AS topic_partition, 1L AS topic_offset, 1 AS schema_version, map() AS extension""";
        append("marketplace", """
                SELECT %s, 'Late' AS name, 'CNY' AS currency, 'Asia/Shanghai' AS time_zone, 15 AS return_window_days""".formatted(change));
        append("order_line", """
                SELECT %s, 'a' AS order_line_id, 'o' AS order_id, 1 AS line_number, 's' AS sku_id, 'dropship' AS mode,
                       1 AS quantity, 100L AS sale_price_minor, 'active' AS status,
                       timestamp '2026-03-02 12:00:00' AS ordered_at""".formatted(change));
    }

    private static void append(String entity, String sql) {
        TableSchema schema = Schemas.entity(entity);
        Dataset<Row> rows = lake.spark().sql(sql);
        for (Field field : schema.fields()) {
            if (!List.of(rows.columns()).contains(field.name())) {
                rows = rows.withColumn(field.name(), functions.lit(null));
            }
        }
        lake.appendFew(rows, LakeTable.raw(schema));
    }

    @AfterAll
    static void stop() {
        testing.close();
    }

    private static Answer ask(Question question, List<Difference> differences) {
        return new Answers(lake, Clock.systemUTC()).answer(question, differences::add);
    }

    @Test
    @Order(1)
    void everyMartComputedAgainIsWhatWasPublishedThen() {
        SoftAssertions softly = new SoftAssertions();
        for (String mart : Question.marts(Known.THEN)) {
            Answer answer = ask(new Question(afterTheFirst, mart, null, Known.THEN), new ArrayList<>());

            softly.assertThat(answer.first()).as(mart).isEmpty();
            softly.assertThat(answer.equal()).as(mart).isTrue();
            softly.assertThat(answer.rowsThen() > 0).as(mart).isEqualTo(!EMPTY.contains(mart));
            softly.assertThat(answer.rowsThen())
                    .as(mart)
                    .isEqualTo(answer.rowsAgain())
                    .isEqualTo(rowsThatTheRunRemembers("first", mart));
            softly.assertThat(answer.runId()).as(mart).isEqualTo("first");
        }
        softly.assertAll();
    }

    private static long rowsThatTheRunRemembers(String run, String mart) {
        return lake.read("mart.refresh_run")
                .filter("run_id = '%s' AND mart = '%s'".formatted(run, mart))
                .head()
                .getAs("rows_out");
    }

    @Test
    @Order(2)
    void whatCameLateDiffersFromWhatIsKnownNowAboutTheSameDays() {
        List<Difference> differences = new ArrayList<>();

        Answer answer = ask(new Question(afterTheFirst, "margin_sku_seller_day", null, Known.NOW), differences);

        assertThat(differences)
                .as("a marketplace that came since")
                .allMatch(difference -> difference.key().get(0).equals("demo"));
        assertThat(answer.differingByColumn()).containsKeys("units", "refund_minor");
        Map<List<Object>, Object> now = lake
                .read("mart.margin_sku_seller_day")
                .select("marketplace", "seller_id", "sku_id", "day", "units")
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> List.of(row.get(0), row.get(1), row.get(2), row.get(3)), row -> row.get(4)));
        assertThat(differences)
                .filteredOn(difference -> difference.column().equals("units"))
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.again()).isEqualTo(now.get(difference.key())));
        assertThat(ask(new Question(afterTheFirst, "supplier_scorecard", null, Known.NOW), new ArrayList<>())
                        .differingByColumn())
                .containsKey("defect_lines");
    }

    @Test
    @Order(3)
    void aPublishedFigureThatTheLakeDoesNotSayIsFoundAndWritten() throws IOException {
        Instant falsified = publishFalsified();
        List<String> lines = new ArrayList<>();

        Answer answer = new AnswerFiles(new Answers(lake, Clock.systemUTC()), folder, lines::add)
                .answer(new Question(falsified, "best_sellers", null, Known.THEN));

        assertThat(answer.rowsDiffering()).isEqualTo(1);
        assertThat(answer.differingByColumn()).isEqualTo(Map.of("units", 1L));
        assertThat(lines).anyMatch(line -> line.contains("rows differing") && line.endsWith(" 1"));
        assertThat(Files.readAllLines(files(".csv").get(0)))
                .hasSize(2)
                .first()
                .isEqualTo("marketplace,window_days,category_id,ranked_by,rank,column,then,recomputed");
        assertThat(Files.readString(files(".json").get(0))).contains("\"rows_differing\" : 1");
        assertThat(ask(new Question(afterTheFirst, "best_sellers", null, Known.THEN), new ArrayList<>())
                        .equal())
                .as("what was published before it")
                .isTrue();
    }

    private static List<Path> files(String kind) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("best_sellers-.*\\" + kind))
                    .toList();
        }
    }

    /** Writes the list with one figure changed, and remembers it as a refresh does. */
    private static Instant publishFalsified() {
        Dataset<Row> list = lake.read("mart.best_sellers");
        Dataset<Row> changed = list.selectExpr(
                        "*",
                        "units + int(marketplace = 'demo' AND window_days = 30 AND category_id = 'all' AND ranked_by = 'units' AND rank = 1) AS u")
                .drop("units")
                .withColumnRenamed("u", "units");
        lake.replaceByFew(
                lake.spark().createDataFrame(changed.collectAsList(), changed.schema()),
                LakeTable.mart(Schemas.mart("best_sellers")),
                Notes.NONE);
        Instant now = Instant.now();
        lake.appendFew(
                lake.read("mart.refresh_run")
                        .filter("run_id = 'second' AND mart = 'best_sellers'")
                        .selectExpr(
                                "* EXCEPT (run_id, finished_at)",
                                "'falsified' AS run_id",
                                "timestamp '%s' AS finished_at".formatted(now)),
                LakeTable.mart(Schemas.mart("refresh_run")));
        return now;
    }

    @Test
    @Order(4)
    void beforeTheFirstRefreshNothingWasKnown() {
        assertThatThrownBy(() -> ask(
                        new Question(Instant.parse("2026-01-01T00:00:00Z"), "trending", null, Known.THEN),
                        new ArrayList<>()))
                .isInstanceOf(PastException.class)
                .hasMessageMatching("Cannot recompute mart trending as known at 2026-01-01T00:00:00Z:"
                        + " it was first published at .*; ask for a later time");
    }

    @Test
    @Order(5)
    void ofSnapshotsThatHaveExpiredTheEarliestTimeIsSaidThatCanBeAnswered() {
        Duration nothing = Duration.ZERO;
        new TableCare(lake, new CareConfiguration(Duration.ofMinutes(1), nothing, nothing, nothing), Clock.systemUTC())
                .routine();

        assertThatThrownBy(() ->
                        ask(new Question(afterTheFirst, "best_match_groups", null, Known.THEN), new ArrayList<>()))
                .isInstanceOf(PastException.class)
                .hasMessageContaining("have expired; the earliest time that can be answered is ")
                .hasMessageEndingWith("SOURCELENS_CARE_HISTORY_KEPT_HOURS keeps more from now on");
        assertThat(ask(new Question(Instant.now(), "best_match_groups", null, Known.THEN), new ArrayList<>())
                        .equal())
                .as("compacted tables are the same")
                .isTrue();
    }
}
