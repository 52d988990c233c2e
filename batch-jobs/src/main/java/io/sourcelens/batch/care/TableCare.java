/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.care;

import io.sourcelens.batch.lake.Lake;
import io.sourcelens.schema.LakeTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cares for every table of the lake. Each step is one commit or a deletion of files that nobody knows any more, so that it
 * may die anywhere and is simply run again. Not to be run beside a refresh.
 */
public final class TableCare {
    private static final Logger LOGGER = LoggerFactory.getLogger(TableCare.class);

    private final Lake lake;
    private final CareConfiguration configuration;
    private final InstantSource clock;
    private int turn;

    public TableCare(Lake lake, CareConfiguration configuration, InstantSource clock) {
        this.lake = lake;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Compacts and expires in every table; listing a table's folder is dear, so that is done for one table, in turn. */
    public List<CareResult> routine() {
        List<String> names = lake.tables();
        if (names.isEmpty()) {
            return List.of();
        }
        String listed = names.get(turn++ % names.size());
        return run(names, List.of(listed));
    }

    /** The same, with every table's folder listed. */
    public List<CareResult> thorough() {
        List<String> names = lake.tables();
        return run(names, names);
    }

    private List<CareResult> run(List<String> names, List<String> listed) {
        NeededSnapshots needed = NeededSnapshots.of(lake);
        return names.stream()
                .map(name -> attempt(name, needed, listed.contains(name)))
                .toList();
    }

    /** A table that cannot be cared for is no reason to leave the others alone. */
    private CareResult attempt(String name, NeededSnapshots needed, boolean listed) {
        Instant start = clock.instant();
        try {
            CareResult result = care(name, needed, listed, start);
            LOGGER.atInfo()
                    .addKeyValue("event", "table_cared_for")
                    .addKeyValue("care", result.json())
                    .log("Cared for a table");
            return result;
        } catch (RuntimeException e) {
            LOGGER.atError()
                    .setCause(e)
                    .addKeyValue("event", "table_care_failed")
                    .addKeyValue("table", name)
                    .log("Cannot care for a table; trying again on schedule");
            return CareResult.failed(name, since(start), String.valueOf(e.getMessage()));
        }
    }

    private CareResult care(String name, NeededSnapshots needed, boolean listed, Instant start) {
        Table table = lake.find(name).orElseThrow();
        TableSize before = TableSize.of(table);
        if (table.currentSnapshot() != null) {
            Compaction.run(lake.spark(), table, lake.notes(table));
            table.refresh();
        }
        Expiry expired = Expiry.run(table, needed.expirableBefore(table, start.minus(kept(name))));
        long orphans = listed ? new Orphans(lake, configuration.orphanAge()).remove(name, table, start) : 0;
        TableSize after = TableSize.of(table);
        return new CareResult(
                name,
                before.files(),
                before.bytes(),
                after.files(),
                after.bytes(),
                expired.snapshots(),
                expired.files(),
                orphans,
                since(start),
                null);
    }

    private Duration kept(String name) {
        return name.startsWith(LakeTable.RAW + ".") ? configuration.rawKept() : configuration.historyKept();
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
