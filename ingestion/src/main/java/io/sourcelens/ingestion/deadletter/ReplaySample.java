/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.ingestion.deadletter;

import io.sourcelens.ingestion.lake.LakeReader;
import java.util.stream.Stream;

/** Replays some dead letters, for those who check that it can be done. */
public final class ReplaySample {
    private ReplaySample() {}

    /**
     * Replays the newest open dead letters that came one way, and waits until the lake shows it.
     *
     * @return how many of them were rejected again
     */
    public static long rejectedAgain(LakeReader reader, String bootstrapServers, String source, long limit) {
        LetterLake lake = new LetterLake(reader);
        try (Replay replay = new Replay(bootstrapServers);
                Stream<StoredLetter> letters = lake.letters(Selection.bySource(source), "", false, limit)) {
            ReplayReport report = replay.run(letters.iterator());
            Arrival.await(lake, replay.last());
            return report.numberRejectedAgain();
        }
    }
}
