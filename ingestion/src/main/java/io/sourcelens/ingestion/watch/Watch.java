/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.ingestion.watch.Finding.Health;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads on schedule, remembers the newest history, and tells of every hop whose health changes. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "watch"));
    private final Probes probes;
    private final Findings rules;
    private volatile @Nullable History history;
    private volatile List<Finding> findings = List.of();

    private Watch(WatchSettings settings, Limits limits) {
        this.probes = new Probes(settings);
        this.rules = new Findings(limits);
    }

    static Watch start(WatchSettings settings, Limits limits) {
        Watch watch = new Watch(settings, limits);
        watch.thread.scheduleWithFixedDelay(watch::look, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Of the newest reading; empty before the first. */
    List<Finding> findings() {
        return findings;
    }

    String metrics() {
        History known = history;
        return known == null ? "" : WatchMetrics.of(known, findings);
    }

    /** The findings, as {@code ./sourcelens status} prints them. */
    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(findings.stream()
                .map(finding -> Map.of(
                        "hop", finding.hop().name().toLowerCase(Locale.ROOT),
                        "health", finding.health().name().toLowerCase(Locale.ROOT),
                        "words", finding.words()))
                .toList());
    }

    private void look() {
        try {
            Reading reading = probes.read();
            History known = history;
            History now = known == null ? History.startingWith(reading) : known.next(reading);
            List<Finding> found = rules.of(now);
            tellChanges(findings, found);
            history = now;
            findings = found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("event", "watch_failed").log("Cannot watch; trying again");
        }
    }

    private static void tellChanges(List<Finding> before, List<Finding> now) {
        for (int i = 0; i < now.size(); i++) {
            Finding finding = now.get(i);
            Health was = before.isEmpty() ? Health.WELL : before.get(i).health();
            if (finding.health() != was) {
                (finding.health() == Health.WELL ? LOG.atInfo() : LOG.atWarn())
                        .addKeyValue("event", "hop_health_changed")
                        .addKeyValue("hop", finding.hop().name().toLowerCase(Locale.ROOT))
                        .addKeyValue("health", finding.health().name().toLowerCase(Locale.ROOT))
                        .log(finding.words());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        probes.close();
    }
}
