/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NeededSnapshotsTest {
    private static final Instant WANTED = Instant.parse("2100-01-01T00:00:00Z");

    private Table table;

    @BeforeEach
    void createTable() {
        InMemoryCatalog catalog = new InMemoryCatalog();
        catalog.initialize("lake", Map.of());
        catalog.createNamespace(Namespace.of("raw"));
        table = catalog.createTable(
                TableIdentifier.of("raw", "seller"),
                new Schema(Types.NestedField.required(1, "seller_id", Types.StringType.get())));
    }

    private long commit(String... summary) {
        AppendFiles append = table.newAppend();
        for (int i = 0; i < summary.length; i += 2) {
            append.set(summary[i], summary[i + 1]);
        }
        append.commit();
        return table.currentSnapshot().snapshotId();
    }

    private Instant made(long snapshotId) {
        return Instant.ofEpochMilli(table.snapshot(snapshotId).timestampMillis());
    }

    private void expire(Set<Long> noted) {
        Expiry.run(table, new NeededSnapshots(noted).expirableBefore(table, WANTED));
    }

    @Test
    void whatNobodyNotedGoesButTheNewest() {
        commit();
        commit();
        long newest = commit();

        expire(Set.of());

        assertThat(table.snapshots())
                .extracting(snapshot -> snapshot.snapshotId())
                .containsExactly(newest);
    }

    @Test
    void whatAJobNotedStaysAndEverythingAfterIt() {
        commit();
        long noted = commit();
        long after = commit();
        long newest = commit();

        expire(Set.of(noted, 42L));

        assertThat(table.snapshots())
                .extracting(snapshot -> snapshot.snapshotId())
                .contains(noted, after, newest);
        assertThat(new NeededSnapshots(Set.of(noted)).expirableBefore(table, WANTED))
                .isEqualTo(made(noted));
    }

    @Test
    void theNewestCommitOfTheStreamingJobStaysForItFindsThereWhatItHasCommitted() {
        commit(NeededSnapshots.STREAMING_JOB, "a", "flink.max-committed-checkpoint-id", "6");
        long streamed = commit(NeededSnapshots.STREAMING_JOB, "a", "flink.max-committed-checkpoint-id", "7");
        commit();
        commit();

        expire(Set.of());

        assertThat(table.snapshot(streamed).summary()).containsEntry("flink.max-committed-checkpoint-id", "7");
    }

    @Test
    void snapshotsYoungerThanWantedStayWhateverIsNoted() {
        long old = commit();
        long newest = commit();
        Instant wanted = made(old).minusSeconds(1);

        assertThat(new NeededSnapshots(Set.of(newest)).expirableBefore(table, wanted))
                .isEqualTo(wanted);
    }

    /** A table that nobody writes for a week has one snapshot of that week, and it is older than the week. */
    @Test
    void whatWasTheNewestAtTheTimeThatIsWantedStaysForItIsWhatTheTableWasThen() {
        commit();
        long then = commit();
        await().until(() -> Instant.now().isAfter(made(then).plusMillis(2)));
        commit();
        Instant wanted = made(then).plusMillis(1);

        assertThat(new NeededSnapshots(Set.of()).expirableBefore(table, wanted)).isEqualTo(made(then));
    }
}
