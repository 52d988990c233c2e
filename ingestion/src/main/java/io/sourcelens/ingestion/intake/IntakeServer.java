/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.intake;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running intake: takes batches until it is closed, and then answers those it has begun. */
final class IntakeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final int STOP_MILLIS = 8_000;
    private static final int IDLE_MILLIS = 30_000;
    private static final int LEAST_BYTES_PER_SECOND = 1_000;
    /** Acceptor, selectors, and room to answer those who are sent away. */
    private static final int SPARE_THREADS = 32;

    private final Server server;
    private final ServerConnector connector;
    private final BatchLog log;

    private IntakeServer(Server server, ServerConnector connector, BatchLog log) {
        this.server = server;
        this.connector = connector;
        this.log = log;
    }

    static IntakeServer start(IntakeSettings settings) {
        ReceiptTopic.createMissing(settings.kafkaBootstrap());
        BatchLog log = new BatchLog(settings.kafkaBootstrap());
        BodyBudget budget = new BodyBudget(settings.bytesInFlight());
        IntakeMetrics metrics = new IntakeMetrics(budget);
        Server server = new Server(new QueuedThreadPool(budget.most() + SPARE_THREADS));
        server.setHandler(new GracefulHandler(
                new IntakeHandler(new WriteTokens(settings.secret()), budget, new BatchIntake(log, metrics), metrics)));
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            log.open();
            server.start();
        } catch (Exception e) {
            log.close();
            throw new IntakeException("Cannot start at %s:%d: %s; see that Kafka runs at %s and that the port is free"
                    .formatted(settings.address(), settings.port(), e.getMessage(), settings.kafkaBootstrap()));
        }
        return new IntakeServer(server, connector, log);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.atWarn().addKeyValue("event", "stop_incomplete").setCause(e).log("Cannot stop in order");
        } finally {
            log.close();
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
        return http;
    }
}
