/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthFileTest {
    @TempDir
    private Path folder;

    @Test
    void liveCountsGoOnWhereTheLastRunStopped() {
        Path file = folder.resolve("truth.json");
        for (int run = 0; run < 2; run++) {
            LiveLedger ledger = new LiveLedger(TruthFile.open(file));
            RowCounts counts = new RowCounts();
            counts.inserted("order", 1);
            counts.updated("parcel", 2);
            ledger.committed(counts, 1, Instant.EPOCH.plusSeconds(run));
            ledger.write(Instant.EPOCH.plusSeconds(run));
        }
        TruthFile.Live live = TruthFile.open(file).live();
        assertThat(live.orders()).isEqualTo(2);
        assertThat(live.rows())
                .containsEntry("order", new RowCounts.Changes(2, 0, 0))
                .containsEntry("parcel", new RowCounts.Changes(0, 4, 0));
    }

    @Test
    void aFileThatIsSomethingElseIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("truth.json"), "no json");
        assertThatThrownBy(() -> TruthFile.open(file))
                .isInstanceOf(SimulatorException.class)
                .hasMessageStartingWith("Cannot read truth file " + file);
        assertThat(file).hasContent("no json");
    }
}
