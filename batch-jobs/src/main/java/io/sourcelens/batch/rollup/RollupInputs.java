/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.Increment;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.LakeTable;
import io.sourcelens.schema.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a rollup has not seen yet of the entities it is made of. Each rollup remembers its own position, so that a refresh
 * that died half-way is made good by the next one.
 */
final class RollupInputs {
    private static final String ZONES = "zones";

    private final Lake lake;
    private final CoreTables core;
    private final Notes notes;
    private final Marketplaces marketplaces;
    private final Map<String, Increment> increments = new LinkedHashMap<>();
    private final Map<String, Increment> moved = new LinkedHashMap<>();

    RollupInputs(Lake lake, CoreTables core, Notes notes, Marketplaces marketplaces, List<String> entities) {
        this.lake = lake;
        this.core = core;
        this.notes = notes;
        this.marketplaces = marketplaces;
        for (String entity : entities) {
            core.knownRawSnapshot(entity)
                    .flatMap(known -> since("raw." + entity, Optional.of(known)))
                    .ifPresent(increment -> increments.put(entity, increment));
            LakeTable left = LakeTable.moved(Schemas.entity(entity));
            since(left.namespace() + "." + left.name(), Optional.empty())
                    .ifPresent(increment -> moved.put(entity, increment));
        }
    }

    private Optional<Increment> since(String table, Optional<Long> upTo) {
        return Increment.between(lake, table, notes.number(table), upTo);
    }

    /** Whether every day has to be computed again. */
    boolean everything() {
        return increments.values().stream().anyMatch(Increment::full)
                || !notes.text(ZONES).equals(Optional.of(marketplaces.zones()));
    }

    boolean nothing() {
        return !everything() && increments.values().stream().allMatch(Increment::isEmpty);
    }

    /**
     * New changes of an entity, if there are any, and where the rows that they move were before, by ids and times alone.
     */
    Optional<Dataset<Row>> changes(String entity) {
        return Optional.ofNullable(increments.get(entity))
                .filter(increment -> !increment.isEmpty())
                .map(increment -> core.changes(Schemas.entity(entity), increment))
                .map(changes -> Optional.ofNullable(moved.get(entity))
                        .filter(increment -> !increment.isEmpty())
                        .map(increment -> changes.unionByName(increment.rows(lake), true))
                        .orElse(changes));
    }

    /** What to note once they are rolled up. */
    Notes seen() {
        Notes seen = Notes.NONE.with(ZONES, marketplaces.zones());
        List<Increment> all = new ArrayList<>(increments.values());
        all.addAll(moved.values());
        for (Increment increment : all) {
            seen = seen.with(increment.table(), increment.upTo());
        }
        return seen;
    }
}
