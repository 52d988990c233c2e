/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.fuzz;

import io.sourcelens.ingestion.deadletter.ReplaySample;
import io.sourcelens.ingestion.lake.LakeReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run: a third of the records each to the topics, the intake and the import; the lake must account for all. */
final class FuzzRun {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(3);
    private static final int REPLAYED = 200;

    private final String bootstrapServers;
    private final IntakeClient client;
    private final LakeReader reader;
    private final LakeCount lake;
    private final long seed;
    private final FuzzReport report = new FuzzReport();

    FuzzRun(String bootstrapServers, IntakeClient client, LakeReader reader, long seed) {
        this.bootstrapServers = bootstrapServers;
        this.client = client;
        this.reader = reader;
        this.lake = new LakeCount(reader);
        this.seed = seed;
    }

    FuzzReport run(long records) throws IOException, InterruptedException {
        long since = System.nanoTime();
        topics(records / 3);
        http(records / 3);
        imported(records - 2 * (records / 3));
        report.add("records sent and accounted for, together", "1/s", records / seconds(since));
        replay(TopicWay.SOURCE);
        replay(HttpWay.SOURCE);
        return report;
    }

    private void topics(long records) throws InterruptedException {
        say("writing %,d records to the topics".formatted(records));
        long since = System.nanoTime();
        Map<String, SentOffsets> sent;
        try (TopicWay way = new TopicWay(bootstrapServers)) {
            FuzzRecords source = new FuzzRecords(TopicWay.SOURCE, seed);
            for (long i = 0; i < records; i++) {
                way.send(source.next());
            }
            sent = way.finish();
        }
        report.add("topics: sent", "records", records);
        report.add("topics: sent per second", "1/s", records / seconds(since));
        long[] doubled = new long[1];
        await(() -> {
            doubled[0] = sent.entrySet().stream()
                    .mapToLong(entity -> lake.find(entity.getKey(), entity.getValue()))
                    .sum();
            return found(sent) >= records;
        });
        report.add("topics: sent and in the lake per second", "1/s", records / seconds(since));
        report.add("topics: kept", "records", sum(sent, SentOffsets::kept));
        report.add("topics: rejected", "records", sum(sent, SentOffsets::rejected));
        report.addZero("topics: lost (sent - kept - rejected)", "records", records - found(sent));
        report.addZero("topics: there twice", "records", doubled[0]);
        report.addZero("topics: judged otherwise than expected", "records", sum(sent, SentOffsets::misjudged));
    }

    private void http(long records) throws IOException, InterruptedException {
        say("posting %,d records to the intake".formatted(records));
        long keptBefore = lake.kept(HttpWay.SOURCE);
        long rejectedBefore = lake.rejected(HttpWay.SOURCE);
        long since = System.nanoTime();
        HttpWay way = new HttpWay(client);
        FuzzRecords source = new FuzzRecords(HttpWay.SOURCE, seed);
        while (way.sent() < records) {
            way.send(source.next());
        }
        way.finish();
        report.add("http: sent", "records", way.sent());
        report.add("http: sent per second", "1/s", way.sent() / seconds(since));
        await(() -> lake.kept(HttpWay.SOURCE) - keptBefore >= way.accepted()
                && lake.rejected(HttpWay.SOURCE) - rejectedBefore >= way.rejected());
        long kept = lake.kept(HttpWay.SOURCE) - keptBefore;
        long rejected = lake.rejected(HttpWay.SOURCE) - rejectedBefore;
        report.add("http: kept", "records", kept);
        report.add("http: rejected", "records", rejected);
        report.add("http: asked to wait", "requests", client.waits());
        report.addZero(
                "http: lost or doubled |sent - kept - rejected|", "records", Math.abs(way.sent() - kept - rejected));
        report.addZero("http: lake other than answered", "records", Math.abs(kept - way.accepted()));
        report.addZero("http: judged otherwise than expected", "records", way.misjudged());
    }

    private void imported(long rows) throws IOException, InterruptedException {
        say("importing a file of %,d rows".formatted(rows));
        long keptBefore = lake.kept(ImportWay.SOURCE);
        long rejectedBefore = lake.rejected(ImportWay.SOURCE);
        long since = System.nanoTime();
        ImportWay.Counts said = ImportWay.run(rows, seed, "fuzz-" + System.currentTimeMillis());
        report.add("import: rows", "records", rows);
        report.add("import: read, judged and sent per second", "1/s", rows / seconds(since));
        // Beside its order lines an import sends the marketplace itself.
        long expected = said.kept() + 1;
        await(() -> lake.kept(ImportWay.SOURCE) - keptBefore >= expected
                && lake.rejected(ImportWay.SOURCE) - rejectedBefore >= said.rejected());
        long kept = lake.kept(ImportWay.SOURCE) - keptBefore;
        long rejected = lake.rejected(ImportWay.SOURCE) - rejectedBefore;
        report.add("import: kept", "records", said.kept());
        report.add("import: rejected", "records", said.rejected());
        report.addZero(
                "import: lost or doubled |rows - kept - rejected|",
                "records",
                Math.abs(rows - said.kept() - said.rejected()) + Math.abs(rows - said.read()));
        report.addZero(
                "import: lake other than reported",
                "records",
                Math.abs(kept - expected) + Math.abs(rejected - said.rejected()));
    }

    private void replay(String source) {
        say("replaying %d dead letters that came by %s".formatted(REPLAYED, source));
        long since = System.currentTimeMillis();
        long again = ReplaySample.rejectedAgain(reader, bootstrapServers, source, REPLAYED);
        report.add(source + ": dead letters replayed", "records", again);
        report.addZero(
                source + ": replayed other than they were",
                "records",
                Math.abs(again - lake.faithfulReplays(since)) + (again == 0 ? REPLAYED : 0));
    }

    private static void await(BooleanSupplier arrived) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
    }

    private static long found(Map<String, SentOffsets> sent) {
        return sum(sent, SentOffsets::kept) + sum(sent, SentOffsets::rejected);
    }

    private static long sum(Map<String, SentOffsets> sent, java.util.function.ToLongFunction<SentOffsets> number) {
        return sent.values().stream().mapToLong(number).sum();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String what) {
        System.out.println("fuzz: " + what);
    }
}
