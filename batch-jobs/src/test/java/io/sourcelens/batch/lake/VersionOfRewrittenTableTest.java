/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionOfRewrittenTableTest {
    private Table table;

    @BeforeEach
    void createTable() {
        LakeTable rollup = LakeTable.rollup(Schemas.rollup("sku_seller_day"));
        InMemoryCatalog catalog = new InMemoryCatalog();
        catalog.initialize("lake", Map.of());
        catalog.createNamespace(Namespace.of("rollup"));
        table = catalog.createTable(
                TableIdentifier.of("rollup", "sku_seller_day"), rollup.schema(), rollup.partitioning());
    }

    private DataFile file(String name, String day) {
        return DataFiles.builder(table.spec())
                .withPath("memory:/" + name + ".parquet")
                .withPartitionPath("marketplace=demo/day=" + day)
                .withFileSizeInBytes(10)
                .withRecordCount(1)
                .build();
    }

    private DataFile add(String name, String day) {
        DataFile file = file(name, day);
        table.newAppend().appendFile(file).commit();
        return file;
    }

    private void join(Set<DataFile> small, DataFile joined) {
        RewriteFiles rewrite = table.newRewrite().addFile(joined);
        small.forEach(rewrite::deleteFile);
        rewrite.commit();
    }

    @Test
    void joinedFilesAreTheSameVersionAndNoChangedDay() {
        Set<DataFile> small = Set.of(add("a", "2026-03-01"), add("b", "2026-03-01"));
        long version = Lake.version(table);

        join(small, file("ab", "2026-03-01"));

        assertThat(table.currentSnapshot().operation()).isEqualTo("replace");
        assertThat(Lake.version(table)).isEqualTo(version);
        assertThat(TableChanges.daysSince(table, version).orElseThrow().isEmpty())
                .isTrue();
    }

    @Test
    void theVersionIsKnownWhenItsSnapshotIsForgotten() {
        Set<DataFile> small = Set.of(add("a", "2026-03-01"), add("b", "2026-03-01"));
        long version = Lake.version(table);
        join(small, file("ab", "2026-03-01"));

        table.expireSnapshots()
                .expireOlderThan(Long.MAX_VALUE)
                .cleanupLevel(ExpireSnapshots.CleanupLevel.NONE)
                .commit();

        assertThat(table.snapshots()).hasSize(1);
        assertThat(Lake.version(table)).isEqualTo(version);
    }

    @Test
    void daysThatChangedBeforeAndAfterARewriteAreFound() {
        Set<DataFile> small = Set.of(add("a", "2026-03-01"), add("b", "2026-03-01"));
        long version = Lake.version(table);
        add("c", "2026-03-02");
        join(small, file("ab", "2026-03-01"));
        add("d", "2026-03-03");

        assertThat(TableChanges.daysSince(table, version).orElseThrow().days().get("demo"))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("2026-03-02", "2026-03-03");
    }

    @Test
    void marketplacesOfFilesThatCameAreFoundUntilTheVersionIsForgotten() {
        add("a", "2026-03-01");
        long version = Lake.version(table);
        assertThat(TableChanges.marketplacesSince(table, version).orElseThrow()).isEmpty();
        add("b", "2026-03-02");

        assertThat(TableChanges.marketplacesSince(table, version).orElseThrow()).containsExactly("demo");
        assertThat(TableChanges.marketplacesSince(table, 0)).isEmpty();
    }
}
