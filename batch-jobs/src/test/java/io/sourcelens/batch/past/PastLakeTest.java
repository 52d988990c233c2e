/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sourcelens.batch.Rows;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake in a folder, with a catalog that needs no server. */
class PastLakeTest {
    private static final LakeTable MART = LakeTable.mart(Schemas.mart("marketplace"));
    private static final StructType SCHEMA = StructType.fromDDL(
            "marketplace string, name string, currency string, time_zone string, as_of timestamp, run_id string");

    @TempDir
    private Path folder;

    private Lake lake;
    private Instant before;
    private Instant first;
    private Instant second;

    @BeforeEach
    void twoVersionsOfAMart() {
        SparkSession spark = Rows.of("a string", "'b'").sparkSession().newSession();
        spark.conf().set("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog");
        spark.conf().set("spark.sql.catalog.lake.type", "hadoop");
        spark.conf().set("spark.sql.catalog.lake.warehouse", folder.toUri().toString());
        spark.conf().set("spark.sql.catalog.lake.cache-enabled", "false");
        SparkSession.setActiveSession(spark);
        lake = new Lake(spark);
        lake.ensure(MART);
        before = afterwards();
        write("then");
        first = afterwards();
        write("now");
        second = afterwards();
    }

    @AfterEach
    void leaveTheSession() {
        SparkSession.clearActiveSession();
    }

    private void write(String name) {
        Dataset<Row> rows = lake.spark().createDataFrame(mart(name), SCHEMA);
        lake.replaceByFew(rows, MART, Notes.NONE.with("name", name));
    }

    private static List<Row> mart(String name) {
        return List.of(RowFactory.create(
                "demo", name, "CNY", "Asia/Shanghai", Timestamp.from(Instant.EPOCH), "run of " + name));
    }

    /** A time after which the next snapshot is made: they are told apart by the millisecond. */
    private static Instant afterwards() {
        Instant now = Instant.now();
        await().until(() -> Instant.now().isAfter(now.plusMillis(5)));
        return now.plusMillis(2);
    }

    private static List<Object> names(Dataset<Row> rows) {
        return rows.select("name").collectAsList().stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void tablesAreReadAsTheyWere() {
        try (PastLake past = PastLake.open(lake, new PastView("category", first, first, first))) {
            assertThat(names(past.lake().read("mart.marketplace"))).containsExactly("then");
            assertThat(past.lake().notes(past.lake().find("mart.marketplace").orElseThrow()))
                    .isEqualTo(Notes.NONE.with("name", "then"));
        }
        try (PastLake past = PastLake.open(lake, new PastView("category", before, before, before))) {
            assertThat(names(past.lake().read("mart.marketplace"))).isEmpty();
        }
        assertThat(names(lake.read("mart.marketplace"))).containsExactly("now");
    }

    @Test
    void theMartThatIsComputedAgainStandsBesideTheOneThatWasPublished() {
        try (PastLake past = PastLake.open(lake, new PastView("marketplace", first, second, second))) {
            assertThat(past.lake().find("mart.marketplace")).isEmpty();
            past.lake().ensure(MART);
            Dataset<Row> again = past.lake().spark().createDataFrame(mart("again"), SCHEMA);

            past.lake().replaceByFew(again, MART, Notes.NONE);

            assertThat(names(past.published("marketplace"))).containsExactly("then");
            assertThat(names(past.recomputed("marketplace"))).containsExactly("again");
        }
        assertThat(names(lake.read("mart.marketplace"))).containsExactly("now");
    }

    @Test
    void aTableOfThePastCannotBeWritten() {
        try (PastLake past = PastLake.open(lake, new PastView("category", first, first, first))) {
            assertThatThrownBy(() -> past.lake().note("mart.marketplace", Notes.NONE.with("a", "b")))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void whatHasExpiredIsSaidWithTheTimeFromWhichOnItCanBeRead() {
        Table table = lake.find("mart.marketplace").orElseThrow();
        table.expireSnapshots()
                .expireOlderThan(table.currentSnapshot().timestampMillis())
                .commit();
        Table expired = lake.find("mart.marketplace").orElseThrow();
        Instant oldest = Instant.ofEpochMilli(expired.currentSnapshot().timestampMillis());

        assertThat(PinnedTable.earliest(expired)).isEqualTo(oldest);
        assertThatThrownBy(() -> PinnedTable.at(expired, first))
                .isInstanceOf(ExpiredException.class)
                .hasMessageEndingWith("its snapshots from before %s have expired".formatted(oldest));
        assertThat(PinnedTable.at(expired, second).currentSnapshot().snapshotId())
                .isEqualTo(expired.currentSnapshot().snapshotId());
    }
}
