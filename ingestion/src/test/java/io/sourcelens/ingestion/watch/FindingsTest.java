/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sourcelens.ingestion.watch.Finding.Health;
import io.sourcelens.ingestion.watch.Finding.Hop;
import io.sourcelens.ingestion.watch.Reading.Log;
import io.sourcelens.ingestion.watch.Reading.Marts;
import io.sourcelens.ingestion.watch.Reading.Refreshes;
import io.sourcelens.ingestion.watch.Reading.Slot;
import io.sourcelens.ingestion.watch.Reading.Streaming;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MEBIBYTE = 1 << 20;
    private static final Reading WELL = new Reading(
            NOON,
            Optional.of(slot(100 * MEBIBYTE, 100 * MEBIBYTE)),
            Optional.of("RUNNING, task RUNNING"),
            Optional.of(new Log(Map.of("marketplace.order", 1_000L), Optional.of(NOON))),
            Optional.of(new Streaming("RUNNING", 0, Optional.of(NOON.minusSeconds(2)), 0)),
            Optional.of(new Refreshes(false, 0)),
            Optional.of(new Marts(Optional.of(NOON.minusSeconds(40)))),
            Optional.of(Map.of("missing_field", 3L)));

    private static Slot slot(long confirmed, long written) {
        return new Slot(true, true, confirmed, written, written - confirmed + MEBIBYTE);
    }

    private static Reading with(Instant at, Optional<Slot> slot) {
        return new Reading(
                at,
                slot,
                WELL.connector(),
                WELL.log(),
                WELL.streaming(),
                WELL.refreshes(),
                WELL.marts(),
                WELL.rejected());
    }

    private static Reading with(Optional<Streaming> streaming, Optional<Marts> marts) {
        return new Reading(
                NOON, WELL.slot(), WELL.connector(), WELL.log(), streaming, WELL.refreshes(), marts, WELL.rejected());
    }

    private static Finding found(Hop hop, History history) {
        return new Findings(Limits.DEFAULT)
                .of(history).stream()
                        .filter(finding -> finding.hop() == hop)
                        .findFirst()
                        .orElseThrow();
    }

    private static Finding found(Hop hop, Reading reading) {
        return found(hop, History.startingWith(reading));
    }

    @Test
    void whileEverythingMovesEveryHopIsWell() {
        assertThat(new Findings(Limits.DEFAULT).of(History.startingWith(WELL)))
                .extracting(Finding::health)
                .containsOnly(Health.WELL);
        assertThat(found(Hop.REFRESH, WELL).words()).startsWith("figures lack the last 40 s of changes");
    }

    @Test
    void aSlotThatStandsStillWhilePostgresMovesOnIsStuckWhateverConnectSays() {
        History history = History.startingWith(WELL)
                .next(with(NOON.plusSeconds(42), Optional.of(slot(100 * MEBIBYTE, 103 * MEBIBYTE))));

        Finding capture = found(Hop.CAPTURE, history);

        assertThat(capture.health()).isEqualTo(Health.STUCK);
        assertThat(capture.words())
                .startsWith("nothing for 42 s although PostgreSQL moved on 3.0 MB (PostgreSQL keeps 4.0 MB of its log")
                .contains("Connect says RUNNING, task RUNNING. Connector stuck? restart it");
    }

    @Test
    void aSlotThatMovedInBetweenIsWell() {
        History history = History.startingWith(WELL)
                .next(with(NOON.plusSeconds(20), Optional.of(slot(102 * MEBIBYTE, 103 * MEBIBYTE))))
                .next(with(NOON.plusSeconds(42), Optional.of(slot(102 * MEBIBYTE, 104 * MEBIBYTE))));

        assertThat(history.slotSilence().toSeconds()).isEqualTo(22);
        assertThat(found(Hop.CAPTURE, history).health()).isEqualTo(Health.WELL);
    }

    @Test
    void anIdleDatabaseIsNoSilence() {
        History history = History.startingWith(WELL).next(with(NOON.plusSeconds(600), WELL.slot()));

        assertThat(found(Hop.CAPTURE, history).health()).isEqualTo(Health.WELL);
    }

    @Test
    void aLogThatFillsTheDiskIsToldBeforeItIsStuck() {
        Slot far = new Slot(true, true, 0, 2_000 * MEBIBYTE, 2_000 * MEBIBYTE);

        assertThat(found(Hop.CAPTURE, with(NOON, Optional.of(far))))
                .isEqualTo(Finding.behind(
                        Hop.CAPTURE,
                        "2,000.0 MB behind; PostgreSQL keeps 2,000.0 MB of its log for it: its disk fills; if this grows,"
                                + " add disk before you look for the reason"));
    }

    @Test
    void withoutASlotNothingIsCaptured() {
        assertThat(found(Hop.CAPTURE, with(NOON, Optional.of(Slot.ABSENT))).words())
                .contains("no replication slot");
        assertThat(found(Hop.CAPTURE, with(NOON, Optional.empty())).words()).contains("does not answer");
    }

    @Test
    void anOldCheckpointMeansThatTheLakeStandsStill() {
        Streaming old = new Streaming("RUNNING", 12_345, Optional.of(NOON.minusSeconds(31)), 4);

        Finding streaming = found(Hop.STREAMING, with(Optional.of(old), WELL.marts()));

        assertThat(streaming.health()).isEqualTo(Health.STUCK);
        assertThat(streaming.words())
                .startsWith(
                        "12,345 records not read yet, last checkpoint 31 s ago, 4 of its checkpoints failed: the lake stands still");
    }

    @Test
    void aJobThatRestartsSaysSo() {
        Streaming restarting = new Streaming("RESTARTING", 0, Optional.empty(), 0);

        assertThat(found(Hop.STREAMING, with(Optional.of(restarting), WELL.marts()))
                        .words())
                .startsWith("the job is RESTARTING");
    }

    @Test
    void martsThatLackMinutesAreBehind() {
        Marts old = new Marts(Optional.of(NOON.minusSeconds(400)));
        Reading reading = with(WELL.streaming(), Optional.of(old));

        assertThat(found(Hop.REFRESH, reading))
                .isEqualTo(Finding.behind(
                        Hop.REFRESH,
                        "figures lack the last 400 s of changes (driver waiting, 0 refreshes failed): was a mart held back?"
                                + " see ./sourcelens logs batch"));
    }

    @Test
    void deadLettersThatCannotBeReadAreNotNone() {
        Reading unread = new Reading(
                NOON,
                WELL.slot(),
                WELL.connector(),
                WELL.log(),
                WELL.streaming(),
                WELL.refreshes(),
                WELL.marts(),
                Optional.empty());

        assertThat(found(Hop.REJECTED, WELL).words()).startsWith("{missing_field=3}");
        assertThat(found(Hop.REJECTED, unread).words()).startsWith("unknown");
    }

    @Test
    void recordsPerSecondAreThoseBetweenTwoReadings() {
        Reading later = new Reading(
                NOON.plusSeconds(5),
                WELL.slot(),
                WELL.connector(),
                Optional.of(new Log(Map.of("marketplace.order", 1_250L), Optional.of(NOON))),
                WELL.streaming(),
                WELL.refreshes(),
                WELL.marts(),
                WELL.rejected());

        assertThat(found(Hop.LOG, History.startingWith(WELL).next(later)).words())
                .isEqualTo("1,250 records in 1 topics, 50 new a second");
    }

    @Test
    void everyReadingHasItsSamples() {
        History history = History.startingWith(WELL);

        assertThat(WatchMetrics.of(history, new Findings(Limits.DEFAULT).of(history)))
                .contains("sourcelens_watch_hop_well{hop=\"capture\"} 1\n")
                .contains("sourcelens_watch_slot_retained_bytes 1048576\n")
                .contains("sourcelens_watch_log_end_offset{topic=\"marketplace.order\"} 1000\n")
                .contains("sourcelens_watch_streaming_checkpoint_age_seconds 2.0\n")
                .contains("sourcelens_watch_marts_behind_seconds 40.0\n");
    }

    @Test
    void ofSeveralJobsTheNewestOfOursIsWatched() throws JsonProcessingException {
        JsonNode jobs = new JsonMapper().readTree("""
                [{"jid": "old", "name": "sourcelens-streaming", "start-time": 1, "state": "FAILED"},
                 {"jid": "new", "name": "sourcelens-streaming", "start-time": 2, "state": "RUNNING"},
                 {"jid": "other", "name": "somebody-elses", "start-time": 3, "state": "RUNNING"}]
                """);

        assertThat(StreamingProbe.newest(jobs))
                .map(job -> job.path("jid").asText())
                .contains("new");
        assertThat(StreamingProbe.newest(new JsonMapper().createArrayNode())).isEmpty();
    }

    @Test
    void refreshesAreReadFromTheDriversMetrics() {
        assertThat(MartsProbe.parse("""
                # TYPE sourcelens_refreshes_total counter
                sourcelens_refreshes_total{status="failed"} 2
                sourcelens_refresh_running 1
                """)).isEqualTo(new Refreshes(true, 2));
    }
}
