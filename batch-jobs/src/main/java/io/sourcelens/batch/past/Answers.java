/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.past;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.SmallTables;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.batch.mart.MartResult;
import io.sourcelens.batch.past.Question.Known;
import io.sourcelens.batch.refresh.OneMart;
import io.sourcelens.batch.rollup.NewestOrders;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Answers questions about a past time: computes a mart again as of then, and compares it with what was published. */
public final class Answers {
    private static final int FIRST = 10;

    private final Lake lake;
    private final InstantSource clock;

    public Answers(Lake lake, InstantSource clock) {
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * Computes, compares, and hands on every difference.
     *
     * @throws PastException if the lake does not know enough of the time any more, or not yet
     */
    public Answer answer(Question question, Consumer<Difference> each) {
        PublishedRun run = PublishedRun.at(lake, question.mart(), question.time());
        Table rollup = lake.find("rollup.sku_seller_day").orElseThrow();
        try {
            requireHistory(run.finishedAt());
            Map<String, Instant> knownUntil = NewestOrders.of(PinnedTable.at(rollup, run.finishedAt()));
            try (PastLake past = PastLake.open(lake, view(question, run))) {
                compute(question, run, past, knownUntil);
                return compare(question, run, past, knownUntil, each);
            }
        } catch (ExpiredException e) {
            throw new PastException(
                    "Cannot recompute mart %s as known at %s: %s; the earliest time that can be answered is %s; SOURCELENS_CARE_HISTORY_KEPT_HOURS keeps more from now on"
                            .formatted(question.mart(), question.time(), e.getMessage(), earliest(question.mart())));
        }
    }

    private PastView view(Question question, PublishedRun run) {
        Table published = lake.find(LakeTable.MART + "." + question.mart()).orElseThrow();
        Table then = PinnedTable.at(published, run.finishedAt());
        Instant written = then.currentSnapshot() == null
                ? run.finishedAt()
                : Instant.ofEpochMilli(then.currentSnapshot().timestampMillis());
        return question.known() == Known.THEN
                ? new PastView(question.mart(), run.finishedAt(), run.finishedAt(), written)
                : new PastView(question.mart(), run.finishedAt(), clock.instant(), clock.instant());
    }

    private static void compute(Question question, PublishedRun run, PastLake past, Map<String, Instant> knownUntil) {
        MartResult result = OneMart.compute(past.lake(), question.mart(), run.runId(), knownUntil);
        if (result.status() != MartResult.Status.PUBLISHED) {
            throw new PastException("Cannot recompute mart %s as known at %s: %s; look at the log"
                    .formatted(question.mart(), question.time(), result.reason()));
        }
    }

    private Answer compare(
            Question question,
            PublishedRun run,
            PastLake past,
            Map<String, Instant> knownUntil,
            Consumer<Difference> each) {
        Column compared = compared(question, knownUntil);
        Dataset<Row> then = past.published(question.mart()).filter(compared);
        Dataset<Row> again = past.recomputed(question.mart()).filter(compared);
        Map<String, Long> byColumn = new TreeMap<>();
        List<Difference> first = new ArrayList<>();
        long differing = new Comparison(Schemas.mart(question.mart()), then, again).differences(difference -> {
            each.accept(difference);
            byColumn.merge(difference.column(), 1L, Long::sum);
            if (first.size() < FIRST) {
                first.add(difference);
            }
        });
        return new Answer(
                question, run.runId(), run.finishedAt(), then.count(), again.count(), differing, byColumn, first);
    }

    /** Of a mart of days, those that were over: the last one has only begun, and now it is known whole. */
    private Column compared(Question question, Map<String, Instant> knownUntil) {
        Column ofMarketplace =
                question.marketplace() == null ? lit(true) : col("marketplace").equalTo(question.marketplace());
        if (question.known() == Known.THEN
                || Schemas.mart(question.mart()).field("day").isEmpty()) {
            return ofMarketplace;
        }
        Marketplaces then =
                Marketplaces.of(new SmallTables(lake).current("marketplace")).knownUntil(knownUntil);
        return ofMarketplace.and(then.condition(one -> col("day").lt(lit(one.today()))));
    }

    /** Each table that a mart may be made of; other marts are looked up when they are read. */
    private void requireHistory(Instant time) {
        inputs().forEach(table -> PinnedTable.at(table, time));
    }

    private Instant earliest(String mart) {
        List<Table> tables = new ArrayList<>(inputs());
        lake.find(LakeTable.MART + "." + mart).ifPresent(tables::add);
        Instant earliest = tables.stream()
                .map(PinnedTable::earliest)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return PublishedRun.firstSince(lake, mart, earliest);
    }

    private List<Table> inputs() {
        return lake.tables().stream()
                .filter(name -> name.startsWith(LakeTable.CORE + ".") || name.startsWith(LakeTable.ROLLUP + "."))
                .map(name -> lake.find(name).orElseThrow())
                .toList();
    }
}
