/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sourcelens.ingestion.capture.CapturedMarketplace;
import io.sourcelens.ingestion.watch.Finding.Health;
import io.sourcelens.ingestion.watch.Finding.Hop;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that is frozen, not ended: nobody tells PostgreSQL, whose log grows. */
class WatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Above the connector's heartbeat of 10 s, below the 30 of operation: a test does not wait longer than it must. */
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(15),
            Limits.DEFAULT.retainedBytes(),
            Limits.DEFAULT.checkpointAge(),
            Limits.DEFAULT.martsAge());

    private final ScheduledExecutorService orders = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    private CapturedMarketplace marketplace;
    private Watch watch;

    @BeforeEach
    void start() throws SQLException, IOException {
        marketplace = CapturedMarketplace.start(folder);
        Map<String, String> environment = new HashMap<>(marketplace.environment());
        environment.put("SOURCELENS_WATCH_SECONDS", "1");
        watch = Watch.start(WatchSettings.from(environment), LIMITS);
        orders.scheduleAtFixedRate(this::sell, 0, 200, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() {
        orders.shutdownNow();
        watch.close();
        marketplace.close();
    }

    private void sell() {
        try (Connection connection = marketplace.open();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into marketplace.category
                    select coalesce(max(category_id), 0) + 1, null, 1, '家居', 'Home' from marketplace.category
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Finding capture() {
        return watch.findings().stream()
                .filter(finding -> finding.hop() == Hop.CAPTURE)
                .findFirst()
                .orElseGet(() -> Finding.behind(Hop.CAPTURE, "not read yet"));
    }

    private Finding awaitCapture(Health health, String words) {
        return await().atMost(PATIENCE)
                .until(
                        this::capture,
                        found -> found.health() == health && found.words().contains(words));
    }

    @Test
    void aFrozenConnectorIsToldInWordsAndItsReturnToo() throws IOException, InterruptedException {
        awaitCapture(Health.WELL, "Connect says RUNNING, task RUNNING");
        await().atMost(PATIENCE).until(() -> watch.metrics().contains("topic=\"marketplace.category\""));

        marketplace.freezeConnector();

        Finding stuck = awaitCapture(Health.STUCK, "although PostgreSQL moved on");
        assertThat(stuck.words()).contains("Connect does not answer").contains("restart it");
        assertThat(watch.metrics()).contains("sourcelens_watch_hop_well{hop=\"capture\"} 0\n");

        marketplace.thawConnector();

        awaitCapture(Health.WELL, "Connect says RUNNING, task RUNNING");
    }
}
