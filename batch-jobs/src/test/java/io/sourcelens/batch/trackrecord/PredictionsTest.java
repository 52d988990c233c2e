/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.batch.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsTest {
    @TempDir
    Path folder;

    @Test
    void valuesWithCommasAndQuotesAreQuotedAndNullIsEmpty() {
        Path file = folder.resolve("x.csv");
        try (Predictions predictions = new Predictions(file, List.of("sku_id", "rank", "relevance"))) {
            predictions.add("cup, \"blue\"", 1, null);
            predictions.finish();
        }

        assertThat(file).hasContent("sku_id,rank,relevance\n\"cup, \"\"blue\"\"\",1,\n");
    }

    @Test
    void aBacktestThatDiesLeavesTheFileOfTheOneBefore() {
        Path file = folder.resolve("x.csv");
        try (Predictions predictions = new Predictions(file, List.of("before"))) {
            predictions.finish();
        }
        try (Predictions predictions = new Predictions(file, List.of("after"))) {
            predictions.add("half");
        }

        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(folder.toFile().list()).containsExactly("x.csv");
        assertThat(file).hasContent("before\n");
    }
}
