/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a failed connector or task again, as Kafka Connect never does by itself: a broker that was away for longer than a
 * transaction may take leaves a task fenced off, and PostgreSQL would keep its log for it until the disk is full.
 */
public final class ConnectorKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorKeeper.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread keeper = new Thread(work, "connector-keeper");
        keeper.setDaemon(true);
        return keeper;
    });
    private final ConnectClient connect;
    private final String connector;

    private ConnectorKeeper(ConnectClient connect, String connector) {
        this.connect = connect;
        this.connector = connector;
    }

    /** Looks after one connector from now on. */
    public static ConnectorKeeper start(URI worker, String connector, Duration interval) {
        ConnectorKeeper keeper = new ConnectorKeeper(new ConnectClient(worker), connector);
        keeper.thread.scheduleWithFixedDelay(
                keeper::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return keeper;
    }

    private void look() {
        try {
            Optional<ConnectorStatus> status = connect.status(connector);
            if (status.isPresent() && !status.get().failures().isEmpty()) {
                boolean restarted = connect.restartFailed(connector);
                LOG.atWarn()
                        .addKeyValue("event", "connector_restarted")
                        .addKeyValue("connector", connector)
                        .addKeyValue("accepted", restarted)
                        .addKeyValue("failures", status.get().failures())
                        .log("Connector {} had failed; starting it again", connector);
            }
        } catch (RuntimeException e) {
            if (thread.isShutdown()) {
                return;
            }
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("event", "connector_not_restarted")
                    .log("Cannot look after connector {}; trying again", connector);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
