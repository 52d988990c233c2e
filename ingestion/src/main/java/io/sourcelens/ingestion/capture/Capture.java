/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.capture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Brings the connector to run, however often it is called. */
final class Capture {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final CaptureSettings settings;
    private final ConnectClient connect;
    private final Duration timeout;

    /** @param timeout how long the worker may take to answer, and then the connector to run */
    Capture(CaptureSettings settings, Duration timeout) {
        this.settings = settings;
        this.connect = new ConnectClient(settings.connectUrl());
        this.timeout = timeout;
    }

    /**
     * Checks the database, creates topics, registers the connector and waits until its task runs.
     *
     * @return the connector's name
     * @throws CaptureException when it does not run in time, or failed
     */
    String start() {
        MarketplaceCheck.requireCapturable(settings);
        EntityTopics.createMissing(settings.topics());
        await(connect::isReady, "Kafka Connect at %s does not answer; see its log".formatted(settings.connectUrl()));
        Map<String, String> configuration = ConnectorFile.read(settings.connectorValues());
        String connector = configuration.get("name");
        String busy = "its workers are still agreeing on who does what; see their log";
        await(() -> connect.putConfiguration(connector, configuration), busy);
        if (connect.status(connector)
                .filter(status -> !status.failures().isEmpty())
                .isPresent()) {
            await(() -> connect.restartFailed(connector), busy);
        }
        await(() -> isRunning(connector), "connector %s does not run; see the worker's log".formatted(connector));
        return connector;
    }

    private boolean isRunning(String connector) {
        Optional<ConnectorStatus> status = connect.status(connector);
        List<String> failures = status.map(ConnectorStatus::failures).orElse(List.of());
        if (!failures.isEmpty()) {
            throw new CaptureException("Cannot capture marketplace %s: connector %s failed; %s"
                    .formatted(settings.marketplace(), connector, String.join("; ", failures)));
        }
        return status.filter(ConnectorStatus::isRunning).isPresent();
    }

    private void await(BooleanSupplier condition, String why) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CaptureException("Cannot capture marketplace %s within %d s: %s"
                        .formatted(settings.marketplace(), timeout.toSeconds(), why));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CaptureException("Cannot capture: interrupted", e);
        }
    }
}
