/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import io.sourcelens.ingestion.marketplace.MarketplaceSchema;
import io.sourcelens.ingestion.simulator.world.World;
import io.sourcelens.ingestion.simulator.world.WorldOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the history of a world into the marketplace, once. */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final MarketplaceDatabase database;

    History(MarketplaceDatabase database) {
        this.database = database;
    }

    /** @return rows written; 0 if the history was there already */
    long run(WorldOptions wanted, TruthFile truth) {
        try (Connection connection = database.connect()) {
            List<String> applied = MarketplaceSchema.apply(connection);
            LOG.atInfo().addKeyValue("event", "schema_ready").log("Applied {} schema versions", applied.size());
            HistoryStore store = new HistoryStore(connection);
            Optional<WorldOptions> present = store.options();
            if (present.isPresent()) {
                keep(present.get(), wanted, truth);
                return 0;
            }
            if (store.hasForeignOrders()) {
                throw new SimulatorException(
                        "Cannot write a history into %s: it has orders that are not simulated; use an empty database"
                                .formatted(database));
            }
            return load(wanted, store, truth);
        } catch (SQLException e) {
            throw new SimulatorException(
                    "Cannot write a history into %s: %s; see that PostgreSQL runs and the user may create schemas"
                            .formatted(database, e.getMessage()),
                    e);
        }
    }

    private static void keep(WorldOptions present, WorldOptions wanted, TruthFile truth) {
        LOG.atInfo()
                .addKeyValue("event", "history_present")
                .addKeyValue("seed", present.seed())
                .addKeyValue("until", present.until())
                .log("History is already there until {} (seed {}); nothing to write", present.until(), present.seed());
        if (present.seed() != wanted.seed() || present.orderLines() != wanted.orderLines()) {
            LOG.atWarn()
                    .addKeyValue("event", "history_differs")
                    .log("It was written with other options: {}; drop the database to get another", present);
        }
        if (!truth.hasHistory()) {
            World world = World.of(present);
            truth.writeHistory(world, HistoryRows.generate(world));
            LOG.atInfo().addKeyValue("event", "truth_restored").log("Wrote the truth file again");
        }
    }

    private static long load(WorldOptions options, HistoryStore store, TruthFile truth) throws SQLException {
        World world = World.of(options);
        HistoryRows rows = HistoryRows.generate(world);
        HistoryProgress progress = new HistoryProgress(
                rows.byTable().values().stream().mapToLong(List::size).sum());
        LOG.atInfo()
                .addKeyValue("event", "history_generated")
                .addKeyValue("rows_expected", progress.expected())
                .log("Generated {} rows", progress.expected());
        store.load(options, rows, progress::loaded);
        truth.writeHistory(world, rows);
        LOG.atInfo()
                .addKeyValue("event", "history_written")
                .addKeyValue("rows_written", progress.written())
                .addKeyValue("pending_events", rows.pending().size())
                .log(
                        "Wrote {} rows; {} events are still to come",
                        progress.written(),
                        rows.pending().size());
        return progress.written();
    }
}
