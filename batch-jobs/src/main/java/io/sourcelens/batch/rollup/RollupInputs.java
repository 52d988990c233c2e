/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.rollup;

import io.sourcelens.batch.core.CoreTables;
import io.sourcelens.batch.core.RawIncrement;
import io.sourcelens.batch.lake.Lake;
import io.sourcelens.batch.lake.Notes;
import io.sourcelens.batch.marketplace.Marketplaces;
import io.sourcelens.schema.Schemas;
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

    private final CoreTables core;
    private final Notes notes;
    private final Marketplaces marketplaces;
    private final Map<String, RawIncrement> increments = new LinkedHashMap<>();

    RollupInputs(Lake lake, CoreTables core, Notes notes, Marketplaces marketplaces, List<String> entities) {
        this.core = core;
        this.notes = notes;
        this.marketplaces = marketplaces;
        for (String entity : entities) {
            core.knownRawSnapshot(entity)
                    .flatMap(known ->
                            RawIncrement.between(lake, entity, notes.number("raw." + entity), Optional.of(known)))
                    .ifPresent(increment -> increments.put(entity, increment));
        }
    }

    /** Whether every day has to be computed again. */
    boolean everything() {
        return increments.values().stream().anyMatch(RawIncrement::full)
                || !notes.text(ZONES).equals(Optional.of(marketplaces.zones()));
    }

    boolean nothing() {
        return !everything() && increments.values().stream().allMatch(RawIncrement::isEmpty);
    }

    /** New changes of an entity, if there are any. */
    Optional<Dataset<Row>> changes(String entity) {
        return Optional.ofNullable(increments.get(entity))
                .filter(increment -> !increment.isEmpty())
                .map(increment -> core.changes(Schemas.entity(entity), increment));
    }

    /** What to note once they are rolled up. */
    Notes seen() {
        Notes seen = Notes.NONE.with(ZONES, marketplaces.zones());
        for (RawIncrement increment : increments.values()) {
            seen = seen.with("raw." + increment.entity(), increment.upTo());
        }
        return seen;
    }
}
